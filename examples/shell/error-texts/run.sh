# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
note '从 Windows 来的脚本，行尾多一个回车'
setup local 'printf "#!/bin/bash\r\necho 好\r\n" >dos.sh; printf "#!/usr/bin/env bash\r\necho 好\r\n" >env.sh; chmod +x dos.sh env.sh'
on local './dos.sh 2>&1'
expect '解释器的名字里有回车，找不到' contains "$output" 'required file not found'
on local 'LC_ALL=C ./env.sh 2>&1'
expect 'env 说得清楚：bash 后面有 \r' contains "$output" "'bash\\r': No such file"
on local 'head -n1 dos.sh | cat -A'
expect 'cat -A 看得到 ^M' contains "$output" '^M$'
on local 'sed -i "s/\r$//" dos.sh; ./dos.sh'
expect '删掉回车就好' [ "$output" = 好 ]
note '变量没有加引号，或者是空的'
on local 'name="a b"; [ $name = x ]' 2>&1
expect '带空格：参数太多' contains "$output" 'too many arguments'
on local 'name=; [ $name = x ]' 2>&1
expect '空的：少一个操作数' contains "$output" 'unary operator expected'
on local 'name="a b"; [ "$name" = x ]; echo $?'
expect '加引号就只是不相等' [ "$output" = 1 ]
on local 'log=; echo x >>$log' 2>&1
expect '重定向到空变量' contains "$output" 'ambiguous redirect'
note '参数放不下'
setup local 'mkdir many; cd many; seq -f "a-rather-long-name-to-fill-the-arguments-%06g" 60000 | xargs touch'
on local 'cd many; /bin/ls * 2>&1 >/dev/null; echo $?'
expect '内核拒绝执行' contains "$output" 'Argument list too long'
on local 'find many -type f -print0 | xargs -0 ls >/dev/null; echo $?'
expect 'xargs 分批' [ "$output" = 0 ]
on local 'cd many; printf "%s\n" * | wc -l'
expect '内置命令不经过 execve，没有这个限制' [ "$output" = 60000 ]
