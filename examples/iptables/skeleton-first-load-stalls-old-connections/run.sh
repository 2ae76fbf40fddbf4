# connect FILE PORT: a connection to PORT whose client sends the lines written to FILE.pipe
connect() {
    background server "nc -l $2 >$1.txt"
    wait_port server "$2"
    setup client "mkfifo $1.pipe"
    background client "exec 3<>$1.pipe; nc 10.9.0.1 $2 <&3"
    on client "echo one >$1.pipe"
    wait_for "grep -q one $1.txt"
}

note '还没有任何规则，连接跟踪没有开'
connect first 90
on server 'conntrack -C'
expect '这条连接没有条目' [ "$output" -eq 0 ]
on server 'iptables-restore rules.v4'
on client 'echo two >first.pipe'
setup client 'sleep 1'
on server 'cat first.txt'
expect '第二行没有到：客户端先开口，不是 SYN，被丢' [ "$output" = one ]

note '换一种做法：先打开跟踪，等现有的连接来过包，再装'
setup server 'iptables -P INPUT ACCEPT; iptables -F'
connect second 91
apply server warm-up.sh
on client 'echo two >second.pipe'
wait_for 'grep -q two second.txt'
on server 'conntrack -L -p tcp --orig-port-dst 91 2>/dev/null | grep -c ESTABLISHED'
expect '有了条目' [ "$output" -eq 1 ]
on server 'iptables-restore rules.v4'
on client 'echo three >second.pipe'
wait_for 'grep -q three second.txt' 5
on server 'cat second.txt'
expect '装好以后照样收到' [ "$output" = $'one\ntwo\nthree' ]
