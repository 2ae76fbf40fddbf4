# Publishes the server's port 80 as 10.9.0.1:8080, the way a container engine publishes a port.
iptables -t nat -A PREROUTING -p tcp -d 10.9.0.1 --dport 8080 -j DNAT --to-destination 10.9.1.2:80
# Neither of these two ever matches.
iptables -A INPUT -p tcp --dport 8080 -j DROP
iptables -A FORWARD -p tcp --dport 8080 -j DROP
