cp -a /etc /run/etc && mount --bind /run/etc /etc # resolv.conf 只为这个示例改
printf 'nameserver 127.0.0.1\noptions attempts:1\n' >/etc/resolv.conf
setup local 'ip link set lo up'
background local 'python3 rcodes.py'
wait_for 'ip netns exec local ss -Hlun "sport = :53" | grep -q .' 10
names=$(printf 'r%s.example.test ' {0..10})
note 'nslookup（busybox）：问一台服务器，说它的回答'
on local "for name in $names; do busybox nslookup -type=a \$name 127.0.0.1 | grep -i can; done"
expect '1 到 10 各有一句' [ "$(grep -oE '[A-Z]+$' <<<"$output" | paste -sd' ')" = 'FORMERR SERVFAIL NXDOMAIN NOTIMP REFUSED YXDOMAIN YXRRSET NXRRSET NOTAUTH NOTZONE' ]
note '程序：问系统的解析器'
on local "python3 resolve.py $names"
expect '服务器的毛病（2、4、5）是 -3，以后再试；空的回答是 -5；别的都是 -2' [ "$(grep -oE 'Errno -[0-9]+' <<<"$output" | cut -d' ' -f2 | paste -sd' ')" = '-5 -2 -3 -2 -3 -3 -2 -2 -2 -2 -2' ]
note '没有问 DNS 就错了的'
on local 'python3 resolve.py --faults'
expect '-1、-6、-7、-8、-9' [ "$(grep -oE 'Errno -[0-9]+' <<<"$output" | cut -d' ' -f2 | paste -sd' ')" = '-1 -6 -7 -8 -9' ]
note 'C 库的全部错误'
on local 'python3 resolve.py --list'
