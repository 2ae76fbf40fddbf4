on local 'iptables -A input -s 10.9.0.0/24 -j DROP'
expect '链名小写：没有这条链' [ "$status" -eq 1 ]
on local 'iptables -A INPUT -j drop'
expect '目标小写：当成自定义链去找' contains "$output" "Chain 'drop' does not exist"
on local 'iptables -A INPUT -s 10.9.0.0/24 -j DROP'
expect '大写：成功' [ "$status" -eq 0 ]
note 'legacy 后端：目标小写时当成扩展去装载'
on local "unshare -n iptables-legacy -A INPUT -j drop 2>&1 | sed '/^\$/d'"
expect '也是错误' contains "$output" "Couldn't load target"
on local 'unshare -n iptables-legacy -A input -j DROP'
expect '链名小写：同样的错误' [ "$status" -eq 1 ]
