# 只读：这台机器上这个名字解析得了吗；在跑的 HAProxy 连的是哪个地址
getent hosts app.invalid
echo 'show servers state app' | nc -N -U /run/example/haproxy.sock | awk '$4 == "s1" { print $5 }'
