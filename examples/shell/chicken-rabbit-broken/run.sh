# shellcheck disable=SC2016 # the command in quotes is what the broken script executes
on local 'bash broken.bash 10 31 | xargs'
expect '31 只脚：算出 5 和 5，一共才 30 只' contains "$output" 'RABBIT: 5 CHOOK: 5'
on local 'bash broken.bash 10 50 | xargs'
expect '鸡是负的' contains "$output" 'CHOOK: -5'
on local 'bash broken.bash abc 30 | xargs'
expect '字母当成 0' contains "$output" 'RABBIT: 15'
on local 'bash broken.bash 010 20 | xargs'
expect '010 按八进制是 8' contains "$output" 'RABBIT: 2'
on local "bash broken.bash 'a[\$(touch hacked)]' 30 | xargs; ls hacked"
expect '参数里的命令被执行了' contains "$output" hacked
on local 'dash -c "echo \$[1 + 1]"'
expect 'dash 不认识 $[ ]，原样输出' [ "$output" = '$[1 + 1]' ]
setup local '{ echo; cat broken.bash; } >second.sh; chmod +x second.sh'
on local 'dash -c "./second.sh 10 30" 2>&1'
expect 'shebang 到了第二行：由 dash 执行，结果是空的' [ "${output##*$'\n'}" = 'CHOOK: ' ]
