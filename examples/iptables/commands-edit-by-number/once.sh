iptables -C INPUT -s 10.9.0.6 -j ACCEPT 2>/dev/null || iptables -I INPUT -s 10.9.0.6 -j ACCEPT
