on local "python3 next_runs.py '*/10 * * * 1-5' 2026-11-27T23:45"
expect '周五 23:50 之后，下一次是周一 0 点' contains "$output" 'Mon 2026-11-30 00:00'
on local "python3 next_runs.py '* /10 0 * *' 2026-11-27T23:45"
expect '多一个空格就不是 cron 表达式了' [ "$status" -ne 0 ]
on local "echo '* /10 0 * * /usr/local/sbin/check_disk.sh' | crontab -n - 2>&1"
expect 'cron 自己也拒绝' contains "$output" 'bad hour'
on local "echo '*/10 * * * 1-5 /usr/local/sbin/check_disk.sh' | crontab -n - 2>&1"
expect '改对了就能装' contains "$output" 'successfully'
on local "echo '*/10 * * * 1-5 root /usr/local/sbin/check_disk.sh' | crontab -n - 2>&1"
expect '用户 crontab 里多写了 root：装得上，运行时把 root 当命令' contains "$output" 'successfully'
on local "python3 next_runs.py '0 3 1 * 1' 2026-11-29T12:00"
expect '日和周都写：满足任一个就跑' contains "$output" 'Tue 2026-12-01 03:00'
on local "systemd-analyze calendar --base-time='2026-11-27 23:45:00' 'Mon..Fri *:0/10' | grep -E 'Normalized|Next'"
expect '定时器的写法，同样的时刻' contains "$output" 'Fri 2026-11-27 23:50:00'
on local "systemd-analyze calendar 'Mon..Fri *:0/10/5' 2>&1"
expect '写错了退出码 1' [ "$status" -eq 1 ]
