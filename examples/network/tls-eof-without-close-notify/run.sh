setup server 'openssl req -x509 -newkey rsa:2048 -nodes -keyout www.key -out www.crt -days 10 -subj /CN=www.example.test'
background server 'exec python3 serve.py 443 444 445'
for port in 443 444 445; do wait_port server "$port"; done
get() { on client "curl -sSk -o page https://10.9.0.1:$1/; echo \"退出码 \$?，收到 \$(wc -c <page) 字节\""; }
note '服务器发完就断 TCP，没有发 close_notify'
on client "printf 'GET / HTTP/1.0\r\n\r\n' | openssl s_client -connect 10.9.0.1:443 -quiet >page 2>&1; grep -o 'unexpected eof while reading' page; grep -cE '(0123456789){10}' page"
expect '原话' contains "$output" 'unexpected eof while reading'
expect '正文 100 字节其实收全了' [ "$(tail -n 1 <<<"$output")" = 1 ]
get 443
if [[ $(curl --version) == curl\ 7* ]]; then
    expect 'curl 7.88 不当错误' [ "$output" = '退出码 0，收到 100 字节' ]
else
    expect 'curl 8.14：退出码 56，也收全了' contains "$output" '退出码 56，收到 100 字节'
fi
note '服务器先道别再断'
get 444
expect '没有报错' [ "$output" = '退出码 0，收到 100 字节' ]
note '或者写明长度：客户端收够就不等结尾了'
get 445
expect '也没有报错' [ "$output" = '退出码 0，收到 100 字节' ]
