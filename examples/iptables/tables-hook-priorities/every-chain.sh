# iptables-nft 在第一条规则到来时才建内置链。
for chain in PREROUTING OUTPUT; do iptables -t raw -A $chain; done
for chain in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do iptables -t mangle -A $chain; done
for chain in PREROUTING INPUT OUTPUT POSTROUTING; do iptables -t nat -A $chain; done
for chain in INPUT FORWARD OUTPUT; do iptables -t filter -A $chain; done
for chain in INPUT FORWARD OUTPUT; do iptables -t security -A $chain; done
