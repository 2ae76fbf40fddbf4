quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
wait_port server 443
for version in 1_3 1_2; do
    quiet client "openssl s_client -connect 10.9.0.1:443 -tls$version -keylogfile keys$version.log </dev/null"
    on client "grep -v '^#' keys$version.log | cut -d' ' -f1 | sort"
    names[${version#1_}]=$output
done
expect 'TLS 1.3：握手密钥两个方向各一把' contains "${names[3]}" CLIENT_HANDSHAKE_TRAFFIC_SECRET
expect 'TLS 1.3：应用密钥两个方向各一把' contains "${names[3]}" SERVER_TRAFFIC_SECRET_0
on client "cut -d' ' -f3 keys1_3.log | sort | uniq -d | wc -l"
expect '没有两把是相同的' [ "$output" -eq 0 ]
expect 'TLS 1.2：日志里只有一个主密钥，各方向的密钥再由它派生' [ "${names[2]}" = CLIENT_RANDOM ]
