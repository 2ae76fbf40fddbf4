# shellcheck shell=bash disable=SC2016,SC2154 # runs inside; booted.sh defines on, expect and output
note '启动次数：成功的、手工的都算'
on 'systemctl show -p StartLimitIntervalUSec -p StartLimitBurst steady'
expect '默认 10 秒 5 次' contains "$output" $'StartLimitIntervalUSec=10s\nStartLimitBurst=5'
on 'for time in 1 2 3 4 5; do systemctl restart steady && echo "第 $time 次"; done; systemctl restart steady'
expect '五次都成功，第六次被拒绝' contains "$output" 'attempted too often'
on 'journalctl --sync; journalctl -u steady -o cat --no-pager | tail -n 3; systemctl show -p Result steady'
expect '日志里的原文' contains "$output" 'Start request repeated too quickly.'
on 'systemctl reset-failed steady; systemctl start steady; systemctl is-active steady'
expect '清掉计数以后就能启动' contains "$output" active
on 'systemctl restart brief; systemctl restart brief; systemctl restart brief 2>/dev/null; systemctl is-active brief; sleep 6; systemctl start brief; systemctl is-active brief'
expect '不清也行：等过那段时间（这里写成 6 秒）' [ "$output" = $'failed\nactive' ]
note '反复失败的：Result 是最后一次的结果；反复正常结束的：start-limit-hit'
on 'systemctl start failing ending; until systemctl is-failed -q failing && systemctl is-failed -q ending; do sleep 0.1; done; journalctl --sync; for unit in failing ending; do journalctl -u $unit -o cat --no-pager | tail -n 3 | grep -v ^Failed; systemctl show -p Result $unit; done'
expect '反复失败' contains "$output" 'Result=exit-code'
expect '反复正常结束' contains "$output" 'Result=start-limit-hit'
note '203/EXEC：程序执行不了的几种原因'
on 'for script in missing.sh noexec.sh dos.sh badshebang.sh noshebang.sh; do systemctl start run@$script 2>/dev/null; systemctl show -P ExecMainStatus run@$script; journalctl --sync; journalctl -b -o cat --no-pager | grep -E "(locate|execute).*$script.?:" | head -n1; done'
expect '都是 203' [ "$(grep -c '^203$' <<<"$output")" -eq 5 ]
note '别的原因'
on 'for unit in chdir user namespace; do systemctl start $unit 2>/dev/null; systemctl show -P ExecMainStatus $unit; journalctl --sync; journalctl -b -o cat --no-pager | grep -E "^$unit.service: (Changing|Failed to determine|Failed to set up mount)" | head -n1; done'
expect '200、217、226' [ "$(grep -cE '^(200|217|226)$' <<<"$output")" -eq 3 ]
on 'for unit in envfile notify forking; do systemctl start $unit 2>/dev/null; systemctl show -P Result $unit; done'
expect '没有执行、没有通知、没有 fork' [ "$output" = $'resources\nprotocol\ntimeout' ]
on 'echo 到此为止'
