# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'set -o pipefail; seq 1000000 | grep -q 5; echo $?'
expect '找到了，整条管道却算失败' [ "$output" = 141 ]
note '只读的检查：每一段的退出码；141 是 128 加 SIGPIPE 的 13'
on local 'seq 1000000 | head -n 1 >/dev/null; echo "${PIPESTATUS[@]}"; kill -l 141'
expect '左边被 SIGPIPE 结束，右边是 0' [ "$output" = $'141 0\nPIPE' ]
note '输出少，管道的缓冲装得下，就碰不到：所以时有时无'
on local 'set -o pipefail; seq 1000 | { sleep 1; head -n 1 >/dev/null; }; echo $?'
expect '0' [ "$output" = 0 ]
note '脚本里的样子：悄悄退出'
on local 'bash -euo pipefail -c "first=\$(seq 1000000 | head -n 1); echo 到了 \$first"; echo "退出码 $?"'
expect '没有走到 echo，也没有报错' [ "$output" = '退出码 141' ]
note '改一：右边把输入读完'
on local 'bash -euo pipefail -c "first=\$(seq 1000000 | awk \"NR == 1\"); echo 到了 \$first"'
expect '到了' [ "$output" = '到了 1' ]
on local 'set -o pipefail; seq 1000000 | grep 5 >/dev/null; echo $?'
expect 'grep 不写 -q，自己丢掉输出' [ "$output" = 0 ]
note '改二：只放过 141，别的错误照样停'
on local 'set -o pipefail; seq 1000000 | head -n 1 || [ $? -eq 141 ]; echo $?; false | head -n 1 || [ $? -eq 141 ]; echo $?'
expect '141 放过，1 不放过' [ "$output" = $'1\n0\n1' ]
note '忽略 SIGPIPE 的程序自己报错，退出码不是 141'
on local '(trap "" PIPE; seq 1000000 | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}") 2>&1'
expect '原文' contains "$output" 'write error: Broken pipe'
