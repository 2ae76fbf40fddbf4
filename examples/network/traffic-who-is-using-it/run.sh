setup server 'head -c 1000000 /dev/zero >big.bin'
background server 'python3 -m http.server 80'
wait_port server 80
on router 'nft -f account.nft'
apply router conntrack.sh
# A rule that asks for the state: without one the kernel does not track.
setup router 'iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT'
on client 'curl -s -o /dev/null -w "%{size_download}\n" http://10.9.1.2/big.bin'
expect '下载 1 000 000 字节' [ "$output" = 1000000 ]
# 两处的计数要在同一刻：等最后一个包过去。
wait_for 'ip netns exec router conntrack -L -p tcp 2>/dev/null | grep -q TIME_WAIT'
note '按连接'
quiet router 'conntrack -L -p tcp 2>/dev/null'
read -r asked answered <<<"$(grep -o 'bytes=[0-9]*' <<<"$output" | cut -d= -f2 | xargs)"
expect '去程几 KB' between "$asked" 300 60000
expect '回程 1 MB 多：正文加上各层的头' between "$answered" 1000500 1200000
note '按地址'
quiet router 'nft -j list set inet account talkers'
received=$(python3 -c '
import json, sys
for entry in json.load(sys.stdin)["nftables"]:
    for e in entry.get("set", {}).get("elem", []):
        if e["elem"]["val"] == "10.9.0.2":
            print(e["elem"]["counter"]["bytes"])' <<<"$output")
expect '发往 10.9.0.2 的字节数和连接跟踪的回程相同' [ "$received" = "$answered" ]
note '在端点上看一条还开着的连接'
background client 'exec 3<>/dev/tcp/10.9.1.2/80; printf "GET /big.bin HTTP/1.1\r\nHost: x\r\n" >&3; sleep 20'
wait_for 'ip netns exec client ss -Htin "dport = :80" | grep -q bytes_acked:33'
on client 'ss -Htin "dport = :80" | grep -oE "bytes_(sent|acked):[0-9]+" | xargs'
expect '发出 32 字节；确认的多一个，是 SYN 占的序号' [ "$output" = 'bytes_sent:32 bytes_acked:33' ]
