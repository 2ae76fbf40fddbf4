on server 'iptables -A INPUT -p icmp -m hashlimit --hashlimit-mode srcip --hashlimit-above 6/minute -j DROP'
expect '--hashlimit-name 必写' contains "$output" 'option "--hashlimit-name" must be specified'
apply server rules.sh
for source in 10.9.0.2 10.9.0.6; do
    on client "ping -q -I $source -i 0.1 -c 8 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
    expect "$source：通 5 个" [ "$output" = '5 received' ]
done
on server "awk '{ print \$2 }' /proc/net/ipt_hashlimit/ping | sort"
expect '每个来源一行' [ "$output" = $'10.9.0.2:0->0.0.0.0:0\n10.9.0.6:0->0.0.0.0:0' ]
