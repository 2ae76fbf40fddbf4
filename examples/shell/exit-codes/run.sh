# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'printf "#!/bin/sh\necho 好\n" >noexec.sh; printf "#!/bin/no-such-shell\necho 好\n" >nointerp.sh; chmod +x nointerp.sh; mkdir adir'
note '没有执行起来：126 和 127'
on local './noexec.sh'
expect '126：没有执行权限' [ "$status" -eq 126 ]
on local './adir'
expect '126：是目录' [ "$status" -eq 126 ]
on local 'no-such-command'
expect '127：PATH 里没有' [ "$status" -eq 127 ]
on local './nointerp.sh'
expect '127：脚本在，第一行写的解释器不在' [ "$status" -eq 127 ]
on local 'ls -l noexec.sh | cut -c1-10; head -n 1 nointerp.sh; type no-such-command; echo $PATH | tr : "\n" | head -n 2'
expect '只读的检查：权限、第一行、PATH' contains "$output" '-rw-r--r--'
on local 'chmod +x noexec.sh; sed -i "1s,.*,#!/bin/sh," nointerp.sh; ./noexec.sh; ./nointerp.sh'
expect '改好以后都能执行' [ "$output" = $'好\n好' ]
note '被信号结束：128 加信号的号码'
for signal in INT KILL SEGV PIPE TERM; do
    on local "exec 2>/dev/null; sh -c 'kill -$signal \$\$'; code=\$?; echo \$code \$(kill -l \$code)"
    expect "$signal" [ "${output#* }" = "$signal" ]
done
note '程序自己也可以返回这些数：137 不一定有人杀它'
on local 'exec 2>/dev/null; sh -c "exit 137"; echo $?; sh -c "kill -KILL \$\$"; echo $?'
expect '两个都是 137，shell 里看不出' [ "$output" = $'137\n137' ]
on local 'python3 -c "import subprocess as s; print(s.run([\"sh\", \"-c\", \"exit 137\"]).returncode, s.run([\"sh\", \"-c\", \"kill -KILL \$\$\"]).returncode)"'
expect '父进程看得出：负数才是信号' [ "$output" = '137 -9' ]
note '超过 255 的绕回去；timeout 到点是 124'
on local 'exec 2>/dev/null; bash -c "exit 256"; echo $?; timeout 0.2 sleep 5; echo $?; timeout -s KILL 0.2 sleep 5; echo $?'
expect '256 变成 0：失败成了成功' [ "$output" = $'0\n124\n137' ]
