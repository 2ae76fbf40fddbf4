quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
wait_port server 443

note '老客户端：肯用 TLS 1.0、1.1，安全级别放到 0'
for version in 1 1_1; do
    on client "openssl s_client -connect 10.9.0.1:443 -tls$version -cipher DEFAULT@SECLEVEL=0 </dev/null 2>&1 | grep -oE 'SSL alert number [0-9]+|Cipher is .*'"
    expect "没有协商出密码套件" contains "$output" 'Cipher is (NONE)'
    expect "是服务器拒绝的：它回了 alert" contains "$output" 'SSL alert number'
done
show "$log" | grep -oE 'no suitable signature algorithm|unsupported protocol' | uniq
for version in 1_2 1_3; do
    on client "openssl s_client -connect 10.9.0.1:443 -tls$version </dev/null 2>&1 | grep -oE 'New, [^,]*'"
    expect "TLS ${version/_/.} 可用" [ "$status" -eq 0 ]
done

note '另一台服务器：安全级别放宽到 0，但写明不要 TLS 1.0、1.1'
background server "openssl s_server -accept 444 -cert srv.crt -key srv.key -quiet -cipher DEFAULT@SECLEVEL=0 -no_tls1 -no_tls1_1"
wait_port server 444
on client "openssl s_client -connect 10.9.0.1:444 -tls1_1 -cipher DEFAULT@SECLEVEL=0 </dev/null 2>&1 | grep -oE 'SSL alert number [0-9]+|Cipher is .*'"
expect '按版本拒绝时是 alert 70（protocol version）' contains "$output" 'SSL alert number 70'
note '两边都放宽到 0，TLS 1.1 仍然能连：代码还在，只是默认不让用'
background server "openssl s_server -accept 445 -cert srv.crt -key srv.key -quiet -cipher DEFAULT@SECLEVEL=0"
wait_port server 445
on client "openssl s_client -connect 10.9.0.1:445 -tls1_1 -cipher DEFAULT@SECLEVEL=0 </dev/null 2>&1 | grep -oE 'Cipher is .*'"
expect '协商成功' lacks "$output" '(NONE)'

note 'SSL 2.0、3.0 连选项都没有'
on client "openssl s_client -help 2>&1 | grep -c -e ' -ssl[23] '"
expect '没有 -ssl2、-ssl3' [ "$output" -eq 0 ]
