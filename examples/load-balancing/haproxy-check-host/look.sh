# 只读：检查停在哪一层、什么结果（状态码在日志里）；后端收到的检查是什么样；照样发一次
echo 'show stat' | nc -N -U /run/example/haproxy.sock | cut -d, -f1,2,18,37 | sed "s/[*] //" | grep s1
grep -v 'host=127' access.log | sort | uniq -c | sort -rn | head -n 3
printf 'GET /healthz HTTP/1.0\r\n\r\n' | nc -N 127.0.0.1 9001 | head -n 1
