# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
on 'systemctl enable --now app.service; systemctl is-enabled app; systemctl is-active app'
expect '开机启动，并且现在就在跑' contains "$output" $'enabled\nactive'
on 'kill -9 $(systemctl show -P MainPID app); sleep 1; systemctl show -p NRestarts app; systemctl is-active app'
expect '被杀掉以后自己起来了' contains "$output" 'NRestarts=1'
on 'systemctl stop app; systemctl is-active app; systemctl is-enabled app'
expect '停了，但开机还会起' contains "$output" $'inactive\nenabled'
on 'systemctl start broken 2>/dev/null; systemctl show -p Result -p ExecMainStatus broken'
expect '退出码 3：失败' contains "$output" 'ExecMainStatus=3'
on 'systemctl start missing; sleep 0.5; systemctl show -P ExecMainStatus missing'
expect '程序不存在：203，就是 203/EXEC' contains "$output" 203
on 'systemctl mask broken; systemctl start broken 2>&1'
expect '文件在 /etc 里，屏蔽不了' contains "$output" 'already exists'
on 'systemctl mask getty@tty9.service; systemctl start getty@tty9.service 2>&1'
expect '屏蔽以后谁也启动不了' contains "$output" 'is masked'
on 'systemctl start check-disk.service; systemctl show -p Result check-disk.service; journalctl -u check-disk.service -o cat --no-pager | grep 检查'
expect '一次性的任务：成功，输出在 journal 里' contains "$output" 检查过了
on 'systemctl enable --now check-disk.timer; systemctl list-timers --no-legend check-disk.timer | grep -o "check-disk.timer *check-disk.service"'
expect '定时器排上了' contains "$output" 'check-disk.timer check-disk.service'
on 'systemctl get-default; readlink /usr/lib/systemd/system/runlevel3.target'
expect '默认目标；运行级别 3 就是 multi-user' contains "$output" multi-user.target
on 'echo 到此为止'
