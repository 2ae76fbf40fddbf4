# An empty chain leaves no trace: one rule in every chain of every table.
for chain in PREROUTING OUTPUT; do iptables -t raw -A $chain; done
for chain in PREROUTING INPUT FORWARD OUTPUT POSTROUTING; do iptables -t mangle -A $chain; done
for chain in PREROUTING INPUT OUTPUT POSTROUTING; do iptables -t nat -A $chain; done
for chain in INPUT FORWARD OUTPUT; do iptables -t filter -A $chain; done
for chain in INPUT FORWARD OUTPUT; do iptables -t security -A $chain; done
# Connection tracking starts with the first rule that needs it, and without it no packet meets a nat chain.
iptables -A INPUT -m conntrack --ctstate INVALID -j DROP
