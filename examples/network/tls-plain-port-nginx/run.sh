setup server 'openssl req -x509 -newkey rsa:2048 -nodes -keyout www.key -out www.crt -days 10 -subj /CN=www.example.test'
nginx="nginx -p $PWD -e error.log -g 'user root;' -c $PWD/plain.conf"
setup server "$nginx"
wait_port server 443
note 'listen 443 后面忘了 ssl'
on client 'curl -sSk https://10.9.0.1/ 2>&1 | grep -oE "curl: .35.|error:0A00010B:SSL routines::wrong version number"'
expect '原话' contains "$output" 'error:0A00010B:SSL routines::wrong version number'
on client 'kubectl --token x --server=https://10.9.0.1:443 --insecure-skip-tls-verify get --raw / 2>&1'
expect 'Go 的程序这样说' contains "$output" 'server gave HTTP response to HTTPS client'
apply client look.sh
expect '用明文问，答得出：端口上不是 TLS' [ "$output" = 200 ]
note '与 TLS 的版本无关：指定版本没有用'
on client 'curl -sSk --tlsv1.2 --tls-max 1.2 https://10.9.0.1/ 2>&1 | grep -o "wrong version number"'
expect '还是同一句' [ "$output" = 'wrong version number' ]
note '补上 ssl'
worker=$(pgrep -P "$(cat nginx.pid)")
on server "sed -i 's/listen 443;/listen 443 ssl;/' plain.conf; $nginx -s reload"
wait_for "! kill -0 $worker" 20
on client 'curl -sk https://10.9.0.1/'
expect '通了' [ "$output" = ok ]

note '方向反过来：明文打到 TLS 的端口，例如负载均衡已经卸掉 TLS，又转发到 443'
on client "curl -s http://10.9.0.1:443/ | grep -i 'plain http' | head -n 1"
expect 'nginx 的原话' contains "$output" 'The plain HTTP request was sent to HTTPS port'
setup server "openssl s_server -accept 444 -cert www.crt -key www.key -quiet >/dev/null 2>&1 & disown"
wait_port server 444
on client 'curl -sS -m 5 http://10.9.0.1:444/'
expect '别的服务器多半一声不响地断开' [ "$status" -ne 0 ]
on client "curl -sk -o /dev/null -w '%{http_code}\n' https://10.9.0.1:443/"
expect '用 https 就好' [ "$output" = 200 ]
