# 第二项：发 ICMP 不限速，七条连着发。
setup server 'sysctl -qw net.ipv4.icmp_echo_ignore_all=1 net.ipv4.icmp_ratelimit=0'
background server 'exec python3 answer.py'
wait_for '[ -n "$(ip netns exec server ss -Hwan)" ]' 10
wrong=''
for code in 3/{0..15} 4/0 5/{0..3} 11/0 12/0; do
    printf -v pattern '%02x%02x' "${code%/*}" "${code#*/}"
    on client "ping -n -c 1 -W 5 -s 64 -p $pattern 10.9.0.1 | grep '^From'"
    contains "$output" 'icmp_seq=1 ' || wrong+=" $code"
done
expect '每一种 ping 都有一句话' [ "$wrong" = '' ]
on client 'ping -n -c 1 -W 5 -s 64 -p 0501 10.9.0.1 | tail -n 2 | cut -d, -f1,2'
expect '有重定向，ping 还是通的' contains "$output" '1 received'
on client 'ping -n -c 1 -W 1 -s 64 -p 0b01 10.9.0.1 | grep "^From"'
expect '11/1（重组超时）没有话：内核不把它交给程序' [ "$output" = '' ]

note '防火墙的 REJECT 发的，程序得到的错误号'
apply server rules.sh
on client 'python3 ask.py'
numbers=$(grep -oE 'Errno [0-9]+|timed out' <<<"$output" | sed 's/Errno //' | paste -sd' ')
expect 'TCP 都立刻失败；UDP 收到前两种不算，继续等' [ "$numbers" = '101 timed out 113 timed out 92 92 111 111 101 101 113 113 113 113' ]
