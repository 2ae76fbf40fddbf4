# 一种包一个端口，一次就分得清。
port=1001
for packet in SYN ACK SYN+ACK RST FIN+ACK SYN+FIN no-flags FIN+PSH+URG bad-checksum; do
    for state in NEW ESTABLISHED INVALID; do
        iptables -A INPUT -p tcp --dport $port -m conntrack --ctstate $state -m comment --comment $packet
    done
    port=$((port + 1))
done
