# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
background local 'exec python3 threads.py'
process=$pid
wait_for "grep -q ready $log" 10
id=$(pgrep -f '^python3 threads.py' | head -n1)
export id
on local 'grep Threads /proc/$id/status; ls /proc/$id/task | wc -l; ps -o nlwp= -p $id | xargs'
expect '主线程加四个，都是 5' [ "$(grep -o 5 <<<"$output" | wc -l)" -eq 3 ]
on local 'ps -T -p $id -o comm= | wc -l'
expect '每线程一行' [ "$output" -eq 5 ]
on local 'top -H -b -n2 -d1 -p $id | awk "\$8 == \"R\" { busy[\$1]++ } END { for (tid in busy) n++; print n }"'
expect '一个线程在忙' [ "$output" -eq 1 ]
on local 'cat /proc/PID/status 2>&1'
expect '照抄 PID 三个字母：没有这个文件' contains "$output" 'No such file or directory'
stop "$process"
