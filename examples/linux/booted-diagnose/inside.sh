# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
on 'systemctl is-system-running --wait'
expect '启动完了，没有失败的单元' [ "$output" = running ]
on 'systemctl start broken 2>/dev/null; bash /etc/failed.sh >/run/failed 2>&1; grep -oE "^degraded|broken.service loaded failed failed|Active: failed \(Result: exit-code\)|No such boot ID in journal|No journal boot entry found" /run/failed'
expect '五条都执行了：看得到失败的单元；没有持久化，就没有上一次的日志' [ "$(wc -l <<<"$output")" -eq 4 ]
on 'bash /etc/slow.sh >/run/slow 2>&1; grep -oE "^Startup finished in|^multi-user.target$|[0-9.]+m?s systemd-tmpfiles-setup.service|time when unit became active|Failed to start broken.service" /run/slow | sed -E "s/^[0-9.]+m?s /… /" | sort -u; head -c 5 /tmp/boot.svg; echo'
expect '六条都有结果：总时间、关键链、耗时、图、依赖、警告' [ "$(wc -l <<<"$output")" -eq 6 ]
note 'slow 和 other 各要一秒，没有人等它们，driver 也不等'
on 'systemd-analyze blame | grep -oE "[0-9.]+s (slow|other).service" | sed "s/^[0-9.]*/…/" | sort; systemd-analyze critical-chain driver.service | grep -cE "slow|other"'
expect 'blame 里它们排在前面，关键链上没有它们' contains "$output" $'…s other.service\n…s slow.service\n0'
on 'start() { systemctl show -P InactiveExitTimestampMonotonic $1; }; end() { systemctl show -P ActiveEnterTimestampMonotonic $1; }; [ $(start slow) -lt $(end other) -a $(start other) -lt $(end slow) ] && echo 一个没做完，另一个已经开始'
expect '没有写次序的单元一起启动' [ "$output" = 一个没做完，另一个已经开始 ]
on 'bash /etc/set-default.sh 2>&1 | head -n1; readlink /etc/systemd/system/default.target'
expect '默认目标是一条链接' contains "$output" multi-user.target
on 'echo 到此为止'
