# 只读：地址在不在这台；允不允许绑别处的地址；端口被谁占着
ip -br -4 addr | grep -F 10.9.0.100
sysctl net.ipv4.ip_nonlocal_bind
ss -Hltnp 'sport = :8080'
