# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
on 'printf "#!/bin/sh\necho \"rc.local 跑过了\"\n" >/etc/rc.local; systemctl daemon-reload; systemctl list-dependencies multi-user.target | grep -c rc-local'
expect '没有执行权限：生成器不挂它' [ "$output" = 0 ]
on 'chmod +x /etc/rc.local; systemctl daemon-reload; systemctl list-dependencies multi-user.target | grep -c rc-local'
expect '可执行：挂上了' [ "$output" = 1 ]
on 'systemctl start rc-local; systemctl show -p ActiveState -p SubState rc-local; journalctl --sync; journalctl -u rc-local -o cat --no-pager | grep 跑过'
expect '启动，跑完了' contains "$output" 'ActiveState=active'
on 'bash /etc/checks.sh >/run/checks 2>&1; grep -oE "^-rwxr-xr-x|^#!/bin/sh|active \(exited\)" /run/checks'
expect '三条检查：权限、第一行、状态' [ "$(wc -l <<<"$output")" -eq 3 ]
on 'echo "echo 没有第一行" >/etc/rc.local; systemctl restart rc-local 2>/dev/null; systemctl show -p Result rc-local'
expect '没有 shebang：有执行权限也跑不了' contains "$output" 'Result=exit-code'
on 'systemctl start legacy; systemctl show -p FragmentPath -p Type -p ActiveState legacy'
expect 'init.d 脚本由生成器变成单元' contains "$output" '/run/systemd/generator.late/legacy.service'
expect '类型是 forking' contains "$output" 'Type=forking'
on 'ls /usr/lib/systemd/system-generators | grep -E "sysv|rc-local"'
expect 'systemd 252 还有这两个生成器' [ "$(wc -l <<<"$output")" -eq 2 ]
on 'systemctl cat legacy 2>/dev/null | grep -E "^(ExecStart|TimeoutSec)="'
expect '超时五分钟' contains "$output" 'TimeoutSec=5min'
on 'echo id:3:initdefault: >/etc/inittab; systemctl daemon-reload; systemctl get-default 2>/dev/null'
expect 'inittab 写 3，默认目标没有变' [ "$output" = graphical.target ]
on 'echo 到此为止'
