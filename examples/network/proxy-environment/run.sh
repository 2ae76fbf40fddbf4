setup server 'openssl req -x509 -newkey rsa:2048 -nodes -keyout www.key -out www.crt -days 10 -subj /CN=www.example.test'
for host in server client; do # an intranet server, and the outside: 10.9.0.6 stands on the client
    setup $host 'openssl s_server -accept 443 -cert www.crt -key www.key -www -quiet >s.log 2>&1 & disown'
    wait_port $host 443
done
background server 'exec python3 proxy.py'
wait_port server 3128
get() { on client "$1 curl -sSk -m 5 -o /dev/null -w '%{http_code}\n' https://$2/"; }
note '外面要经过代理'
get 'https_proxy=http://10.9.0.1:3128' 10.9.0.6
expect '通' [ "$output" = 200 ]
note '内网的地址也走了代理，代理不许'
get 'https_proxy=http://10.9.0.1:3128' 10.9.0.1
expect '拒绝的是代理，不是那个网站' contains "$output" 'CONNECT tunnel failed, response 403'
on client 'https_proxy=http://10.9.0.1:3128 env | grep -i _proxy'
expect '先看环境变量' contains "$output" https_proxy
get 'no_proxy=10.9.0.1 https_proxy=http://10.9.0.1:3128' 10.9.0.1
expect '写进 no_proxy 就直连' [ "$output" = 200 ]
note '代理的值写成 https://：到代理这一段多半是明文'
get 'https_proxy=https://10.9.0.1:3128' 10.9.0.6
expect '报的是 TLS 的错' contains "$output" 'wrong version number'
get 'https_proxy=http://10.9.0.1:3128' 10.9.0.6
expect '写成 http:// 就好' [ "$output" = 200 ]
note '代理的名字解析不了，代理没有起来'
get 'https_proxy=http://proxy.invalid:3128' 10.9.0.6
expect '退出码 5' [ "$status" -eq 5 ]
get 'https_proxy=http://10.9.0.1:3129' 10.9.0.6
expect '退出码 7：地址是代理的，不是网站的' [ "$status" -eq 7 ]
