# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=www.example.test 2>/dev/null
ask() { on local "curl -s -w '%{http_code}\n' http://127.0.0.1:8080/ | tail -n1; grep -oE 'SSL_do_handshake\(\) failed .* while SSL handshaking to upstream' error.log | tail -n1"; }
# with 要写在 proxy_pass 下面的几行
with() {
    stop_nginx
    : >error.log
    sed "s,proxy_pass https://app;,&\n$1," before.conf >now.conf
    start_nginx now.conf
}
start_nginx before.conf
ask
expect '502，日志里是 unrecognized name' contains "$output" 'unrecognized name'
on local 'bash look.sh'
expect '不带名字被拒，带名字就成' contains "$output" 'subject=CN'
note '流传的办法：放宽协议和套件，不复用会话'
with 'proxy_ssl_protocols TLSv1.2; proxy_ssl_ciphers ALL; proxy_ssl_session_reuse off;'
ask
expect '没有用' contains "$output" '502'
note '只打开 proxy_ssl_server_name：发出去的是 upstream 组的名字 app'
with 'proxy_ssl_server_name on;'
ask
expect '名字不对，还是 502' contains "$output" 502
note '三行写齐'
with 'include sni.conf;'
on local 'curl -s http://127.0.0.1:8080/'
expect '好了' [ "$output" = 'www.example.test sni=www.example.test' ]
stop_nginx
