# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
note '程序放到后台了，PID 文件却不会出现'
on 'systemctl start bad 2>&1 | head -n 1; systemctl is-active bad'
expect '等满 TimeoutStartSec，被杀掉' contains "$output" 'Job for bad.service failed because a timeout was exceeded.'
on 'journalctl --sync; journalctl -u bad -o cat --no-pager | grep -E "PID file|timed out" | sed -E "s/(start: ).*/\1…/"'
expect '日志里的原文' grep -qE "Can't open PID file .*/run/no-such.pid.* \(yet\?\) after start" <<<"$output"
expect '跟着是超时' contains "$output" 'bad.service: start operation timed out. Terminating.'
note '只读的检查：等的是哪个文件，在不在'
on 'systemctl show -P Type -P PIDFile -P TimeoutStartUSec bad; ls /run/no-such.pid 2>&1'
expect '文件不在' contains "$output" 'No such file or directory'
note '只有那一行警告、服务是 active 的，不用管：文件晚一点写出来了'
on 'systemctl start late; systemctl is-active late; journalctl --sync; journalctl -u late -o cat --no-pager | grep -cE "PID file .*late.pid.* \(yet\?\) after start"'
expect 'active，一行警告' [ "$output" = $'active\n1' ]
note '改：让程序在前台跑，不要 PID 文件'
on 'systemctl start good; systemctl is-active good; journalctl --sync; journalctl -u good -o cat --no-pager | grep -c "PID file"; true'
expect 'active，没有警告' [ "$output" = $'active\n0' ]
on 'echo 到此为止'
