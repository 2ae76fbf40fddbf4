# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
on 'systemctl start rc-local; systemctl show -p ActiveState -p SubState rc-local; journalctl -u rc-local -o cat --no-pager | grep 跑过'
expect '可执行的 rc.local 被生成器挂上，跑完了' contains "$output" 'ActiveState=active'
on 'systemctl start legacy; systemctl show -p FragmentPath -p Type -p ActiveState legacy'
expect 'init.d 脚本由生成器变成单元' contains "$output" '/run/systemd/generator.late/legacy.service'
expect '类型是 forking' contains "$output" 'Type=forking'
on 'ls /usr/lib/systemd/system-generators | grep -E "sysv|rc-local"'
expect 'systemd 252 还有这两个生成器' [ "$(wc -l <<<"$output")" -eq 2 ]
on 'systemctl cat legacy 2>/dev/null | grep -E "^(ExecStart|TimeoutSec)="'
expect '超时五分钟' contains "$output" 'TimeoutSec=5min'
on 'ls /etc/inittab 2>&1'
expect '没有 inittab' contains "$output" 'No such file'
on 'echo 到此为止'
