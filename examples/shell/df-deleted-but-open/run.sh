# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
mkdir data && mount -t tmpfs -o size=10M lab-disk data && head -c 8M /dev/zero >data/app.log
background local 'exec sleep 300 3<data/app.log'
wait_for "readlink /proc/$pid/fd/3 | grep -q data/ && grep -qx sleep /proc/$pid/comm"
on local 'rm data/app.log; df --output=used,pcent data; du -sk data'
expect 'du 数不到它，df 还是 80%' contains "$output" '80%'
on local 'find /proc/[0-9]*/fd -lname "*data/app.log (deleted)" 2>/dev/null | sed -E "s#/proc/[0-9]+#/proc/PID#"'
expect '从 /proc 找到开着它的程序' contains "$output" '/fd/3'
note '程序不能停：经 /proc 把它截成 0 字节'
on local ': >"/proc/$(pgrep -xf "sleep 300")/fd/3"; df --output=used,pcent data; kill -0 "$(pgrep -xf "sleep 300")" && echo 程序还在'
expect '程序还在，空间回来了' contains "$output" $' 0%\n程序还在'
note '再写一个、删掉，这回让那个程序退出'
stop "$pid"
head -c 8M /dev/zero >data/next.log
background local 'exec sleep 300 3<data/next.log'
wait_for "readlink /proc/$pid/fd/3 | grep -q data/ && grep -qx sleep /proc/$pid/comm"
on local 'rm data/next.log; df --output=pcent data | tail -n1'
expect '又占着' contains "$output" '80%'
stop "$pid"
on local 'df --output=used,pcent data'
expect '空间回来了' contains "$output" '0%'
