# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'LC_ALL=en_US.UTF-8 bash -c true 2>&1 | sed "s/^bash: //"'
expect '原文' contains "$output" 'warning: setlocale: LC_ALL: cannot change locale (en_US.UTF-8)'
on local 'LC_ALL=en_US.UTF-8 perl -e 1 2>&1 | head -n 3'
expect 'perl 说的' contains "$output" 'perl: warning: Setting locale failed.'
on local 'LC_ALL=en_US.UTF-8 locale 2>&1 | grep "Cannot set" | head -n 1'
expect 'locale 说的' contains "$output" 'Cannot set LC_CTYPE to default locale: No such file or directory'
note '只读的检查：变量要的是哪个，机器上有哪些'
on local 'LC_ALL=en_US.UTF-8; env | grep -E "^(LANG|LC_)"; locale -a | grep -iE "^(C|POSIX|en_US)"'
expect '要的 en_US.UTF-8 不在里面' lacks "$output" en_US.utf8
on local 'LC_ALL=C.UTF-8 perl -e 1; LC_ALL=C.UTF-8 bash -c "word=中文; echo \${#word}"'
expect '只要 UTF-8：C.UTF-8 总是有，不用装' [ "$output" = 2 ]
note '没有 UTF-8 的环境：不警告，汉字却按字节算'
on local 'LC_ALL=C bash -c "word=中文; echo \${#word}"'
expect '6 个字节' [ "$output" = 6 ]
note '要具体的语言：写进 /etc/locale.gen，再生成。Debian 的 locale-gen 不看参数'
on local 'locale-gen en_US.UTF-8 >/dev/null; locale -a | grep -c en_US'
expect '照 Ubuntu 的写法：什么也没有生成' [ "${output%%$'\n'*}" = 0 ]
on local 'sed -i "s/^# *en_US.UTF-8 UTF-8/en_US.UTF-8 UTF-8/" /etc/locale.gen; locale-gen >/dev/null; locale -a | grep -x en_US.utf8; LC_ALL=en_US.UTF-8 perl -e 1; echo $?'
expect '生成以后不再警告' [ "$output" = $'en_US.utf8\n0' ]
