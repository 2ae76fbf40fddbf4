setup local 'ip link set lo up'
setup local 'openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost 2>/dev/null'
background local 'exec python3 -m http.server --bind 127.0.0.1 8080'
background local 'exec openssl s_server -accept 127.0.0.1:8443 -key key.pem -cert cert.pem -www'
wait_port local 8080
wait_port local 8443
on local 'strace -f -s 4096 -e trace=write,sendto,sendmsg -o plain.txt curl -s -o /dev/null "http://127.0.0.1:8080/?card=4111"; grep -c "card=4111" plain.txt'
expect '明文：请求整个写在系统调用的参数里' [ "$output" -ge 1 ]
on local 'strace -f -s 4096 -e trace=write,sendto,sendmsg -o tls.txt curl -sk -o /dev/null "https://127.0.0.1:8443/?card=4111"; grep -c "card=4111" tls.txt'
expect 'TLS：写出去的是密文，找不到' [ "$output" = 0 ]
on local 'grep sendto tls.txt | grep -cF "\\27\\3\\3" | awk "{ print (\$1 > 0) ? \"有\" : \"没有\" }"'
expect '看得到的只有加密后的记录：八进制的 27 3 3 是 TLS 的应用数据' [ "$output" = 有 ]
