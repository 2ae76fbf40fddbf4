iptables -A FORWARD -m physdev --physdev-is-bridged -j DROP
