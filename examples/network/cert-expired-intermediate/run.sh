ec='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
setup server "openssl req -x509 $ec -keyout root.key -out root.crt -days 3650 -subj '/CN=Example Root' -addext keyUsage=critical,keyCertSign,cRLSign"
setup server "openssl req -new $ec -keyout mid.key -out mid.csr -subj '/CN=Example Intermediate'"
quiet server 'bash issue.sh 0'
setup server "openssl req -new $ec -keyout www.key -out www.csr -subj /CN=www.example.test"
setup server "printf 'subjectAltName = DNS:www.example.test\n' >www.ext; openssl x509 -req -in www.csr -CA mid.crt -CAkey mid.key -CAcreateserial -days 90 -extfile www.ext -out www.crt"
setup server 'sleep 2' # -days 0 is good for one second
background server 'openssl s_server -accept 443 -cert www.crt -cert_chain mid.crt -key www.key -quiet'
wait_port server 443
on client "openssl s_client -connect 10.9.0.1:443 -CAfile root.crt -nameopt RFC2253 </dev/null 2>&1 | grep -B1 '^verify error'"
expect '报的是过期' contains "$output" 'num=10:certificate has expired'
expect 'depth=1：过期的是中间证书' contains "$output" 'depth=1 '
on server 'openssl x509 -in www.crt -noout -checkend 0'
expect '叶子没过期' [ "$status" -eq 0 ]
note '换一张中间证书：同一把密钥、同一个名字，叶子不用重签'
quiet server 'bash issue.sh 1825'
stop "$pid"
background server 'openssl s_server -accept 444 -cert www.crt -cert_chain mid.crt -key www.key -quiet'
wait_port server 444
on client "openssl s_client -connect 10.9.0.1:444 -CAfile root.crt </dev/null 2>/dev/null | grep '^Verify return code'"
expect '通过' contains "$output" 'code: 0 '
