iptables -A INPUT -p icmp --icmp-type echo-request -m hashlimit --hashlimit-name ping --hashlimit-mode srcip --hashlimit-above 6/minute --hashlimit-burst 5 -j DROP
