on local 'iptables -t security -S'
expect '三条链都在' [ "$(awk '{print $2}' <<<"$output" | tr '\n' ' ')" = 'INPUT FORWARD OUTPUT ' ]
on local 'iptables -t security -A INPUT -p tcp --dport 80 -j SECMARK --selctx system_u:object_r:http_server_packet_t:s0'
expect '内核认不出这个安全上下文' [ "$status" -eq 4 ]
on local 'iptables-legacy -t security -A INPUT -p tcp --dport 80 -j SECMARK --selctx system_u:object_r:http_server_packet_t:s0'
expect '旧后端也装不上' [ "$status" -eq 1 ]
on local 'iptables -t security -A INPUT -p tcp --dport 80 -j DROP'
expect '普通目标照样能用' [ "$status" -eq 0 ]
