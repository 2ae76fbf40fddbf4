cp -a /etc /run/etc && mount --bind /run/etc /etc # resolv.conf changes for this example only
cp resolv.conf /etc/resolv.conf
background server 'python3 dns.py 10.9.0.1'
wait_port server 53
seen=0
asked() { # what the server was asked for since the last call; the questions for IPv6 addresses are left out
    tail -n "+$((seen + 1))" "$log" | grep '^A ' | tee a.txt
    seen=$(wc -l <"$log")
}
note '名字里的点少于 5 个：先把 search 里的三个后缀都试一遍'
on client 'python3 resolve.py www.example.test'
asked
expect '问了四遍，最后一遍才是它自己' [ "$(wc -l <a.txt)" -eq 4 ]
expect '第一遍加了后缀' grep -q '^A www.example.test.default.svc.cluster.local ' a.txt
note '末尾加一个点：就是它自己'
on client 'python3 resolve.py www.example.test.'
asked
expect '只问一遍' [ "$(wc -l <a.txt)" -eq 1 ]
note 'ndots 改成 1（默认值）：名字里有点，先问它自己'
on client "sed -i 's/ndots:5/ndots:1/' /etc/resolv.conf; python3 resolve.py www.example.test"
asked
expect '只问一遍' [ "$(wc -l <a.txt)" -eq 1 ]
note '第四行 nameserver 不起作用'
on client "printf 'nameserver 10.9.0.%s\n' 2 2 2 1 >/etc/resolv.conf; python3 resolve.py www.example.test"
expect '前三台都没有人听，第四台没有问' contains "$output" 'Temporary failure'
