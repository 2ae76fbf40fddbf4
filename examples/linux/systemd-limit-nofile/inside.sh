# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
on 'grep -v "^#" /etc/security/limits.conf; su root -c "ulimit -Sn"'
expect '经过 PAM 的会话：4096，生效了' [ "${output##*$'\n'}" = 4096 ]
on 'systemctl start app; sed -nE "s/^Max open files +([0-9]+) .*/\1/p" /proc/$(systemctl show -P MainPID app)/limits'
expect '服务里的软上限：还是 1024' [ "$output" = 1024 ]
note '只读的检查：单元里是多少'
on 'systemctl show -p LimitNOFILESoft app'
expect '这才是它的来源' [ "$output" = LimitNOFILESoft=1024 ]
note '改：写进单元。LimitNOFILE 只写一个数，软、硬一起'
on 'mkdir -p /run/systemd/system/app.service.d; printf "[Service]\nLimitNOFILE=4096\n" >/run/systemd/system/app.service.d/limit.conf; systemctl daemon-reload; sed -nE "s/^Max open files +([0-9]+) .*/\1/p" /proc/$(systemctl show -P MainPID app)/limits'
expect '只 daemon-reload：正在跑的不变' [ "$output" = 1024 ]
on 'systemctl restart app; sed -nE "s/^Max open files +([0-9]+) .*/\1/p" /proc/$(systemctl show -P MainPID app)/limits'
expect '重启以后生效' [ "$output" = 4096 ]
on 'echo 到此为止'
