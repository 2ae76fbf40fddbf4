# The number after a word (seq, ack) in line $1 of the last capture.
number() {
    tcpdump -nn -S -r close.pcap 2>/dev/null | sed -n "$1s/.*\b$2 \([0-9]*\).*/\1/p"
}
next() { echo $((($1 + 1) % 4294967296)); }
# The flags of all segments of the last capture, in one line.
flags() {
    tcpdump -nn -r close.pcap 2>/dev/null | sed 's/.*Flags \[\([^]]*\)\].*/\1/' | xargs
}
# One connection to port $1, recorded until no segment comes any more.
record() {
    rm -f close.pcap
    ip netns exec client tcpdump -i eth0 -nn --immediate-mode -U -w close.pcap "tcp port $1" 2>/dev/null &
    capture=$!
    wait_for 'test -s close.pcap'
    setup client "python3 client.py $1"
    wait_for 'tcpdump -nn -r close.pcap | tail -1 | grep -q "10.9.0.2.*Flags \[\.\]"'
    sleep 0.5 # another segment would show that we are wrong
    stop "$capture"
}

note '8000：对端关了，服务端立刻 close()'
background server 'python3 server.py 8000 0'
wait_port server 8000
# The kernel holds the ACK back for 40 ms. A busy machine may not wake the program within that time.
for _ in {1..25}; do
    record 8000
    [ "$(flags)" = 'S S. . F. F. .' ] && break
done
on client 'tcpdump -nn -t -S -r close.pcap 2>/dev/null'
expect '握手是 SYN、SYN+ACK、ACK，关闭是 FIN、FIN+ACK、ACK，一共六个段' [ "$(flags)" = 'S S. . F. F. .' ]
x=$(number 1 seq)
y=$(number 2 seq)
expect 'SYN+ACK 的 ack 等于客户端初始序号加一' [ "$(number 2 ack)" = "$(next "$x")" ]
expect '第三个段的 ack 等于服务端初始序号加一' [ "$(number 3 ack)" = "$(next "$y")" ]
expect '两个方向的初始序号各选各的' [ "$x" != "$y" ]
expect 'FIN 也占一个序号：服务端确认的是 FIN 的序号加一' [ "$(number 5 ack)" = "$(next "$(number 4 seq)")" ]
expect '握手协商了 MSS、SACK、时间戳、窗口缩放' \
    grep -q 'mss 1460,sackOK,TS val .* ecr .*,nop,wscale' <<<"$output"

note '8001：服务端 0.3 秒以后才 close()'
background server 'python3 server.py 8001 0.3'
wait_port server 8001
record 8001
on client 'tcpdump -nn -t -S -r close.pcap 2>/dev/null | tail -4'
expect 'ACK 和 FIN 分开：关闭用了四个段' [ "$(flags)" = 'S S. . F. . F. .' ]
