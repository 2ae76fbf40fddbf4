ec='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
issue() { # a key $1.key and a certificate $1.crt for www.example.test
    setup server "openssl req -new $ec -keyout $1.key -subj '/CN=www.example.test' -out $1.csr; openssl x509 -req -in $1.csr -CA mid.crt -CAkey mid.key -CAcreateserial -days 90 -out $1.crt"
}
setup server "openssl req -x509 $ec -keyout mid.key -out mid.crt -days 900 -subj '/CN=Example Intermediate' -addext keyUsage=critical,keyCertSign"
issue old
issue new
nginx="nginx -p $PWD -e error.log -g 'user root;' -c $PWD/nginx.conf"
setup server "cat old.crt mid.crt >www.crt; cp old.key www.key; $nginx"
wait_port server 443
note '续期：证书换成新的，私钥还是旧的'
setup server 'cat new.crt mid.crt >www.crt'
on server "$nginx -t 2>&1 | grep emerg"
expect 'nginx 说两个不是一对' contains "$output" 'x509 certificate routines::key values mismatch'
setup server "$nginx -s reload || true"
on client "curl -sk https://10.9.0.1/; openssl s_client -connect 10.9.0.1:443 </dev/null 2>/dev/null | openssl x509 -noout -serial >served; openssl x509 -in old.crt -noout -serial | diff - served && echo 线上还是旧证书"
expect '重载失败，旧进程用着旧证书，直到它过期' contains "$output" 线上还是旧证书
on server 'bash match.sh www.crt www.key'
expect '两边的公钥不同' [ "$output" = 不配对 ]
note '流传的比 modulus：ECDSA 没有它'
on server 'openssl x509 -noout -modulus -in www.crt 2>/dev/null | grep -o =.*; openssl rsa -noout -modulus -in www.key >/dev/null 2>&1; echo "openssl rsa 的退出码：$?"'
expect '证书这边没有数，私钥那边报错' contains "$output" 'openssl rsa 的退出码：1'
note '把签发时的那把私钥放上去'
worker=$(pgrep -P "$(cat nginx.pid)")
on server "cp new.key www.key; $nginx -t 2>&1 | tail -n 1; $nginx -s reload"
expect '检查通过' contains "$output" 'test is successful'
setup client "openssl x509 -in new.crt -noout -serial >want"
wait_for "! kill -0 $worker" 20
on client "openssl s_client -connect 10.9.0.1:443 </dev/null 2>/dev/null | openssl x509 -noout -serial | diff - want && echo 线上是新证书"
expect '线上换过来了' [ "$output" = 线上是新证书 ]

note '同一句，另一个原因：中间证书拼在了前面'
on server "cat mid.crt new.crt >www.crt; $nginx -t 2>&1 | grep -o 'key values mismatch'"
expect 'nginx 拿第一张去配私钥' [ "$output" = 'key values mismatch' ]
apply server order.sh
expect '第一张是中间证书' contains "$(head -n 1 <<<"$output")" Intermediate
on server "cat new.crt mid.crt >www.crt; $nginx -t 2>&1 | tail -n 1"
expect '叶子放第一张就好' contains "$output" 'test is successful'
