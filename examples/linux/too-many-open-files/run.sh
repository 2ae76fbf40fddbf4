# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
echo x >data.txt
background local 'ulimit -Sn 256; exec python3 leak.py'
wait_for "grep -q Errno $log"
on local "cat $log"
expect '原文' contains "$output" "[Errno 24] Too many open files: 'data.txt'"
note '只读的检查：这个进程自己的上限，用了多少'
on local 'id=$(pgrep -xf "python3 leak.py"); awk "/open files/ { print \$4 }" /proc/$id/limits; ls /proc/$id/fd | wc -l; cat /proc/sys/fs/file-nr | awk "{ print (\$1 < \$3 / 2 ? \"整机还早\" : \"整机快满\") }"'
expect '撞的是 256 这一道，不是整机的 file-max' [ "$output" = $'256\n256\n整机还早' ]
note '只读的检查：开的都是什么。同一个文件几百次，是泄漏'
on local 'readlink /proc/$(pgrep -xf "python3 leak.py")/fd/* | sort | uniq -c | sort -rn | head -n 1 | sed -E "s/ +([0-9]+) .*\//\1 /"'
expect '几乎全是它' [ "${output#* }" = data.txt ]
note '不重启，临时放宽正在跑的进程'
on local 'id=$(pgrep -xf "python3 leak.py"); prlimit --pid $id --nofile=1024:; awk "/open files/ { print \$4 }" /proc/$id/limits'
expect '马上生效' [ "$output" = 1024 ]
stop "$pid"
note '泄漏的，放宽只是晚一点死'
background local 'ulimit -Sn 1024; exec python3 leak.py'
wait_for "grep -q Errno $log"
on local "cat $log"
expect '还是那一句' contains "$output" 'Too many open files'
stop "$pid"
note '改程序：用完就关'
on local 'sed "s/held.append(\(.*\))/os.close(\1)/; s/while True/for _ in range(5000)/; /^time.sleep/d" leak.py >fixed.py; ulimit -Sn 256; python3 fixed.py; echo $?'
expect '5000 次也没有事' [ "$output" = 0 ]
