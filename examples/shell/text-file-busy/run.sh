# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'cp /usr/bin/sleep app; cp /usr/bin/sleep new'
background local 'exec ./app 300'
wait_for 'readlink /proc/'"$pid"'/exe | grep -q /app'
note '原地覆盖正在执行的程序：内核拒绝打开它来写'
on local 'cp new app'
expect '原文' contains "$output" 'Text file busy'
on local 'for exe in /proc/[0-9]*/exe; do if [ "$(readlink $exe)" = "$PWD/app" ]; then echo "${exe%/exe}" | sed -E "s/[0-9]+/PID/"; fi; done'
expect '只读的检查：谁在执行它' [ "$output" = /proc/PID ]
note '改：写到旁边，再改名。正在跑的仍用旧的 inode'
on local 'cp new app.new && mv app.new app; echo $?; readlink /proc/$(pgrep -xf "./app 300")/exe | sed "s,.*/,,"'
expect '换上了，老进程还在用旧的' [ "$output" = $'0\napp (deleted)' ]
on local './app 0; echo $?'
expect '新的能执行' [ "$output" = 0 ]
stop "$pid"
note '反过来：还开着写，就去执行'
setup local 'printf "#!/bin/sh\necho 好\n" >script; chmod +x script'
on local 'exec 3>>script; ./script'
expect '执行的人拿到同一句，退出码 126' contains "$output" 'Text file busy'
expect '126' [ "$status" -eq 126 ]
on local 'exec 3>>script; exec 3>&-; ./script'
expect '关掉写的描述符就能执行' [ "$output" = 好 ]
note '脚本正在执行，可以改写：bash 边读边跑，会读到新的内容，更危险'
setup local 'printf "%s\n" "head -n 1 >/dev/null" "echo 旧的第二句" >slow.sh; mkfifo go'
background local 'exec bash slow.sh <>go'
wait_for 'pgrep -xf "head -n 1"'
on local 'printf "%s\n" "head -n 1 >/dev/null" "echo 新的第二句" >slow.sh; echo 开始 >go'
wait_for "grep -q 第二句 $log"
on local "cat $log"
expect '跑的是改写以后的' [ "$output" = 新的第二句 ]
