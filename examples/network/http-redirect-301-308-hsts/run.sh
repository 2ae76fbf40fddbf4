quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
setup client "printf 'cacert = srv.crt\nresolve = www.example.test:80:10.9.0.1\nresolve = www.example.test:443:10.9.0.1\nsilent\n' >curl.conf"
background server "python3 server.py"
wait_port server 80
wait_port server 443

note 'curl.conf 里只有 --cacert、--resolve 和 --silent'
on client "curl -K curl.conf -L -d x=1 http://www.example.test/old"
expect '301：浏览器和 curl 都改用 GET，表单丢了' [ "$output" = 'GET /old' ]
on client "curl -K curl.conf -L -d x=1 http://www.example.test/new"
expect '308：方法不变' [ "$output" = 'POST /new' ]

note '第一次：80 端口跳转一次；同时记下 HSTS'
on client "curl -K curl.conf -L --hsts hsts.txt -o /dev/null -w '%{num_redirects} %{url_effective}\n' http://www.example.test/"
expect '跳转一次' [ "$output" = '1 https://www.example.test/' ]
on client "grep -o 'www.example.test' hsts.txt"
expect '域名进了 HSTS 缓存' [ "$status" -eq 0 ]
note '第二次：客户端自己改成 https，80 端口上没有任何请求'
on client "curl -K curl.conf -L --hsts hsts.txt -o /dev/null -w '%{num_redirects} %{url_effective}\n' http://www.example.test/"
expect '没有跳转，直接是 https' contains "$output" '0 http'
on client "curl -K curl.conf --hsts hsts.txt -o /dev/null -w '%{remote_port}\n' http://www.example.test/"
expect '连的是 443 端口' [ "$output" = 443 ]
