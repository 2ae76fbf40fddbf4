note '别的程序拿着锁，9 秒后放开'
background local 'flock /run/xtables.lock sleep 9'
wait_for '! flock -n /run/xtables.lock true'
on local 'iptables-legacy -w 1 -A INPUT -j ACCEPT'
expect '等了 1 秒，放弃，退出码 4' [ "$status" -eq 4 ]
case $(iptables-legacy --version) in
    *v1.8.9\ *) without_w=124 ;; # waits until timeout(1) ends it
    *) without_w=4 ;;
esac
on local 'timeout 2 iptables-legacy -A INPUT -j ACCEPT'
expect '不写 -w：1.8.9 一直等（被 timeout 结束，124），1.8.11 立刻放弃（4）' [ "$status" -eq "$without_w" ]
on local 'timeout 1 iptables-legacy -S INPUT'
expect '只看规则也要锁' [ "$status" -eq "$without_w" ]
note 'nft 后端不用这把锁，-w 收下但不理会'
on local 'unshare -n iptables -w 10 -A INPUT -j ACCEPT'
expect '照样成功' [ "$status" -eq 0 ]
expect '这时锁还没有放开' bash -c '! flock -n /run/xtables.lock true'
on local 'iptables-legacy -w 20 -A INPUT -j ACCEPT'
expect '给足秒数，锁一放开就成功' [ "$status" -eq 0 ]
