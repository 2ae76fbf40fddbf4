note '改之前：Linux 的默认 TTL'
on client 'ping -c 1 10.9.0.1'
expect 'ttl=64' contains "$output" 'ttl=64'
apply server rules.sh
on client 'ping -c 1 10.9.0.1'
expect 'ttl=42' contains "$output" 'ttl=42'
