quiet server "bash -e chain.sh"
background server "openssl s_server -accept 443 -cert www.crt -key www.key -www -quiet"
background server "openssl s_server -accept 444 -cert www.crt -cert_chain mid.crt -key www.key -www -quiet"
wait_port server 443
wait_port server 444
show='-CAfile root.crt -servername www.example.test -showcerts -nameopt RFC2253 </dev/null 2>/dev/null | grep -E "^ [0-9]|^   i:|^Verify return"'

note '443：只配了叶子证书'
on client "openssl s_client -connect 10.9.0.1:443 $show"
expect '服务器只发来一张' [ "$(grep -c 's:' <<<"$output")" -eq 1 ]
expect '信任库里有根也接不上：21' contains "$output" 'Verify return code: 21 '
on client "curl -s -o /dev/null --cacert root.crt --resolve www.example.test:443:10.9.0.1 https://www.example.test/"
expect 'curl 退出码 60' [ "$status" -eq 60 ]

note '444：叶子加中间证书'
on client "openssl s_client -connect 10.9.0.1:444 $show"
expect '服务器发来两张，叶子在前' [ "$(grep -c 's:' <<<"$output")" -eq 2 ]
expect '验证通过' contains "$output" 'Verify return code: 0 (ok)'
on client "curl -s -o /dev/null -w '%{http_code}\n' --cacert root.crt --resolve www.example.test:444:10.9.0.1 https://www.example.test:444/"
expect 'curl 成功' [ "$output" = 200 ]

note '不连服务器也能查：文件里的链完整不完整'
on server "openssl verify -CAfile root.crt www.crt 2>&1 | grep -oE 'error [0-9]+'"
expect '缺中间证书' [ "$output" = 'error 20' ]
on server "openssl verify -CAfile root.crt -untrusted fullchain.crt www.crt"
expect '补上就通过' [ "$output" = 'www.crt: OK' ]

note '顺序也要紧：叶子必须是文件里的第一张'
on server "cat mid.crt www.crt >wrong.crt; python3 -c 'import ssl; ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(\"wrong.crt\", \"www.key\")' 2>&1 | grep -o 'key values mismatch'"
expect '顺序反了，服务器以为私钥不配对' [ "$output" = 'key values mismatch' ]
on server "python3 -c 'import ssl; ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(\"fullchain.crt\", \"www.key\")'"
expect '叶子在前就能加载' [ "$status" -eq 0 ]
