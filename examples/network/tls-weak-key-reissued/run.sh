nginx="nginx -p $PWD -e error.log -g 'user root;' -c $PWD/nginx.conf"
issue() { setup server "openssl req -x509 -newkey rsa:$1 -nodes -keyout www.key -out www.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"; }
note '一、自己的证书是 RSA 1024'
issue 1024
on server "$nginx -t 2>&1 | grep emerg"
expect '起不来' contains "$output" 'SSL routines::ee key too small'
apply server look.sh
expect '1024 位' contains "$output" '1024 bit'
note '重签 2048 位'
issue 2048
on server "$nginx -t 2>&1 | tail -n 1; $nginx"
expect '起来了' contains "$output" 'test is successful'
wait_port server 443
on client 'curl -s --cacert www.crt --resolve www.example.test:443:10.9.0.1 https://www.example.test/'
expect '通' [ "$output" = ok ]

note '二、对面的 DH 参数只有 1536 位'
setup server 'openssl genpkey -genparam -algorithm DH -pkeyopt group:modp_1536 -out dh.pem'
setup server "openssl s_server -accept 444 -cert www.crt -key www.key -tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256@SECLEVEL=0 -dhparam dh.pem -www -quiet >s.log 2>&1 & disown"
wait_port server 444
get='curl -sS -o /dev/null --cacert www.crt --resolve www.example.test:444:10.9.0.1 https://www.example.test:444/'
on client "$get 2>&1 | grep -oE 'curl: .35.|SSL routines::dh key too small' | xargs"
expect '客户端自己拒绝的' contains "$output" 'SSL routines::dh key too small'
on client "openssl s_client -connect 10.9.0.1:444 -cipher DEFAULT@SECLEVEL=0 </dev/null 2>/dev/null | grep -oE 'Temp Key: .*'"
expect '放宽了才看得到它用的是几位' contains "$output" 'DH, 1536 bits'
note '应急，只放宽这一条命令；避开 DH 也行，只要服务器有 ECDHE'
on client "$get --ciphers DEFAULT@SECLEVEL=1; echo 退出码 \$?"
expect '通了' [ "$output" = '退出码 0' ]
note '治本：服务器换成 ECDHE，不用 DH 参数'
setup server "openssl s_server -accept 445 -cert www.crt -key www.key -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256 -www -quiet >s.log 2>&1 & disown"
wait_port server 445
on client "${get//444/445}; echo 退出码 \$?"
expect '不放宽也通' [ "$output" = '退出码 0' ]
