# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'systemd-analyze verify ./app.service'
expect '好的：退出码 0，什么也不说' [ "$status$output" = 0 ]
on local 'systemd-analyze verify ./typo.service'
expect '键拼错了：只警告' contains "$output" "Unknown key 'RestartSecs'"
expect '退出码还是 0，所以要看有没有输出' [ "$status" -eq 0 ]
on local 'systemd-analyze verify --recursive-errors=yes ./typo.service; echo $?' 2>&1
expect '加上 --recursive-errors=yes 退出码才是 1' contains "$output" $'\n1'
on local 'systemd-analyze verify ./broken.service 2>&1 | grep -v "^Unit" | head -n4'
expect 'ExecStart 要绝对路径' contains "$output" 'absolute path'
on local 'mkdir -p root/etc/systemd/system root/usr/lib/systemd/system; cp app.service root/etc/systemd/system/; touch root/usr/lib/systemd/system/multi-user.target; systemctl --root=root enable app.service 2>&1; readlink root/etc/systemd/system/multi-user.target.wants/app.service; systemctl --root=root is-enabled app.service'
expect 'enable 就是建一条软链接' contains "$output" '/etc/systemd/system/app.service'
on local 'systemd-analyze security --offline=true ./app.service | tail -n1 | grep -oE "exposure level.*: [0-9]"'
expect '硬化评分不到 6 分（越低越好）' [ "$(grep -oE '[0-9]$' <<<"$output")" -lt 6 ]
