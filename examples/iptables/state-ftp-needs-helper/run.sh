setup server 'mkdir files; echo hello >files/hello.txt'
background server 'cd files; exec python3 ../ftpd.py'
wait_port server 21
apply server rules.sh
on client 'curl -s -m 3 ftp://10.9.0.1/hello.txt'
expect '登录成功，数据连接超时' [ "$status" -eq 28 ]
on server 'sysctl net.netfilter.nf_conntrack_helper'
expect '自动指派助手的开关已经没有了' [ "$status" -ne 0 ]

note '给 21 端口的连接指派助手'
apply server helper.sh
on client 'curl -s -m 3 ftp://10.9.0.1/hello.txt'
expect '拿到文件' [ "$output" = hello ]
on server "conntrack -L -p tcp --orig-port-dst 21 2>/dev/null | grep -o 'helper=.*'"
expect '控制连接上有助手' contains "$output" 'helper=ftp'

note 'nft 的写法，结果相同'
setup server 'iptables -t raw -F; iptables -F; iptables -P INPUT ACCEPT; conntrack -F'
on server 'nft -f rules.nft'
on client 'curl -s -m 3 ftp://10.9.0.1/hello.txt'
expect '拿到文件' [ "$output" = hello ]
