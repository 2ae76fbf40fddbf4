on local 'iptables -A INPUT -p tcp --dport 22 -j ACCEPT'
on local 'iptables -A INPUT -j DROP'
note '-A 排在 DROP 后面，永远走不到；-I 插到指定位置'
on local 'iptables -I INPUT 2 -p tcp --dport 80 -j ACCEPT'
on local 'iptables -S INPUT'
expect '80 在 DROP 前面' [ "$(awk '/dport 80/ {print NR}' <<<"$output")" -eq 3 ]
note '-R 按序号替换，-D 按序号或按内容删除'
on local 'iptables -R INPUT 2 -p tcp --dport 443 -j ACCEPT'
on local 'iptables -D INPUT -p tcp --dport 22 -j ACCEPT'
on local 'iptables -D INPUT 9'
expect '没有第 9 条' [ "$status" -eq 1 ]
on local 'iptables -nL INPUT --line-numbers'
expect '443 成了第 1 条' grep -qE '^1 +ACCEPT .*dpt:443' <<<"$output"
note '-C 只检查：在不在看退出码'
on local 'iptables -C INPUT -p tcp --dport 443 -j ACCEPT'
expect '存在：0' [ "$status" -eq 0 ]
on local 'iptables -C INPUT -p tcp --dport 80 -j ACCEPT'
expect '不存在：1' [ "$status" -eq 1 ]
note '运行两次，只加一条'
apply local once.sh
apply local once.sh
on local "iptables -S INPUT | grep -c 10.9.0.6"
expect '只有一条' [ "$output" -eq 1 ]
note '-N 建自定义链；还有规则指向它时 -X 删不掉'
on local 'iptables -N web; iptables -A INPUT -j web'
on local 'iptables -X web'
expect '在用的链删不掉' [ "$status" -ne 0 ]
on local 'iptables -D INPUT -j web; iptables -X web'
expect '先删引用就可以' [ "$status" -eq 0 ]
