mount -t tmpfs -o mode=1777 tmpfs /var/tmp # the fifth command writes there
setup server 'python3 -m http.server 80 >/dev/null 2>&1 &'
wait_port server 80
logs=() pids=()
while read -r line; do
    background server "exec ${line/tcpdump/tcpdump --immediate-mode -U -l}"
    logs+=("$log") pids+=("$pid")
    wait_for "grep -q 'listening on' $log"
done <first.sh
quiet client 'ping -q -c 1 10.9.0.1; curl -s http://10.9.0.1/; nc -z -w 1 10.9.0.1 81'
# 五个程序各写各的：每一个都等到要看的那一行。
wait_for "grep -q 'eth0 *In .*echo request' ${logs[0]}"
wait_for "grep -q 'Flags \[S\]' ${logs[1]}"
wait_for "grep -q 'Flags \[S\.\]' ${logs[2]}"
wait_for "grep -q '10.9.0.1.81 >' ${logs[3]}"
wait_for 'test "$(tcpdump -nn -r /var/tmp/x.pcap 2>/dev/null | grep -c "\.81 >")" -ge 1'
for number in 0 1 2 3 4; do stop "${pids[number]}"; done
expect '第 1 条：请求进来、应答出去，都有网卡名' grep -qE 'eth0 +In .*echo request' "${logs[0]}"
expect '第 2 条：只有一个 SYN' [ "$(grep -c 'Flags \[S\]' "${logs[1]}")" -eq 1 ]
expect '第 3 条：有 SYN，也有 SYN+ACK' grep -q 'Flags \[S\.\]' "${logs[2]}"
expect '第 4 条：81 端口拒绝，源地址是它' grep -q '10.9.0.1.81 > .*Flags \[R' "${logs[3]}"
expect '第 5 条：屏幕上一个包也没有' [ "$(grep -c '10.9.0.1' "${logs[4]}")" -eq 0 ]
expect '文件里有' [ -s /var/tmp/x.pcap ]
