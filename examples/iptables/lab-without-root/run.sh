setup local "cp $lab_script lab.sh; chmod a+rx . *.sh"
nobody='setpriv --reuid nobody --regid nogroup --clear-groups'
on local "$nobody id -un"
on local "$nobody unshare -rnm bash lab-shell.sh inside.sh"
expect '在里面自己就是 root' contains "$output" '我是 root'
expect '限速规则有效：两个 ping 回一个' contains "$output" '1 received'
expect 'legacy 后端也能用' contains "$output" 'iptables-legacy 能用'
expect 'tcpdump 不行：它要换成 tcpdump 用户' contains "$output" "Couldn't change to 'tcpdump'"
note '只写 -rn，没有自己的 /run：名字和锁都没有地方放'
on local "$nobody unshare -rn ip netns add demo"
expect '建不了命名空间' [ "$status" -ne 0 ]
on local "$nobody unshare -rn iptables-legacy -S"
expect 'iptables-legacy 打不开锁文件' contains "$output" xtables.lock
on local "$nobody unshare -rn iptables -S INPUT"
expect 'iptables-nft 不用锁，能用' [ "$status" -eq 0 ]
