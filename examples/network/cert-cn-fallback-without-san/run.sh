make='openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 10 -subj /CN=www.example.test'
quiet server "$make -keyout 443.key -out 443.crt"
quiet server "$make -keyout 444.key -out 444.crt -addext subjectAltName=DNS:www.example.test"
quiet server "$make -keyout 445.key -out 445.crt -addext subjectAltName=DNS:mail.example.test"
for port in 443 444 445; do
    background server "openssl s_server -accept $port -cert $port.crt -key $port.key -www -quiet"
    wait_port server "$port"
done
three_clients() {
    on client "openssl s_client -connect 10.9.0.1:$1 -CAfile $1.crt -verify_hostname www.example.test </dev/null 2>/dev/null | grep '^Verify return code'"
    openssl=$output
    on client "python3 check.py $1"
    python=$output
    on client "curl -s -o /dev/null --cacert $1.crt --resolve www.example.test:$1:10.9.0.1 https://www.example.test:$1/"
    curl=$status
}
note '443：CN 是 www.example.test，没有 SAN'
three_clients 443
expect 'OpenSSL 退回 CN，通过' contains "$openssl" '0 (ok)'
expect 'Python 也通过' [ "$python" = 通过 ]
expect 'curl 也通过' [ "$curl" -eq 0 ]
note '444：CN 与 SAN 都是 www.example.test'
three_clients 444
expect '三个都通过' [ "$openssl $python $curl" = 'Verify return code: 0 (ok) 通过 0' ]
note '445：CN 是 www.example.test，SAN 是 mail.example.test'
three_clients 445
expect '有 SAN 就不看 CN：OpenSSL 报 62' contains "$openssl" ' 62 '
expect 'Python 报主机名不符' contains "$python" 'Hostname mismatch'
expect 'curl 退出码 60' [ "$curl" -eq 60 ]
