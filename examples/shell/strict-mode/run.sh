# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
note '不是错，脚本却没了'
on local 'bash -euo pipefail -c "count=\$(grep -c 错误 /etc/hostname); echo 到了"'
expect 'grep 没有匹配是 1' [ "$status" -eq 1 ]
on local 'bash -euo pipefail -c "count=\$(grep -c 错误 /etc/hostname || [ \$? -eq 1 ]); echo 到了 \$count"'
expect '只放过 1，真的出错（2）仍然退出' [ "$output" = '到了 0' ]
on local 'bash -euo pipefail -c "count=\$(grep -c 错误 /nowhere || [ \$? -eq 1 ]); echo 到了 \$count"'
expect '文件读不了：退出' [ "$status" -ne 0 ]
on local 'bash -euo pipefail -c "diff -q /etc/hostname /etc/passwd >/dev/null; echo 到了"'
expect 'diff 有差别也是 1' [ "$status" -eq 1 ]
note '是错，脚本却没有停'
on local 'bash -euo pipefail -c "check() { local rows=\$(false); echo 接着走; }; check"'
expect 'local 自己成功，盖住了命令的退出码' [ "$output" = 接着走 ]
on local 'bash -euo pipefail -c "check() { local rows; rows=\$(false); echo 接着走; }; check"'
expect '分成两行就停' [ "$status" -eq 1 ]
on local 'bash -euo pipefail -c "check() { false; echo 接着走; }; check || echo 失败了"'
expect '在 ||、&&、if 里调用的函数，里面的 set -e 不起作用' [ "$output" = 接着走 ]
on local 'bash -euo pipefail -c "cat < <(false); echo 接着走"'
expect '进程替换里的失败没有人看' [ "$output" = 接着走 ]
note '退出码被下一条命令换掉'
on local 'bash -c "false; echo 记一笔; if [ \$? -eq 0 ]; then echo 当成成功了; fi"'
expect '$? 已经是 echo 的' contains "$output" 当成成功了
on local 'bash -c "check() { [ 1 -gt 2 ] && echo 超过; }; check; echo \$?"'
expect '条件 && 命令 放在函数最后：条件不成立，函数就返回 1' [ "$output" = 1 ]
on local 'bash -c "check() { if [ 1 -gt 2 ]; then echo 超过; fi; }; check; echo \$?"'
expect '写成 if 就是 0' [ "$output" = 0 ]
