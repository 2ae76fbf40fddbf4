cp -a /etc /run/etc && mount --bind /run/etc /etc # the name and the trust store change for this example only
echo '10.9.0.1 pypi.example.test' >>/etc/hosts
ec='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
setup server "openssl req -x509 $ec -keyout corp.key -out corp.pem -days 900 -subj '/O=Example Corp/CN=Example Corp Proxy CA' -addext keyUsage=critical,keyCertSign,cRLSign"
setup server "openssl req -new $ec -keyout leaf.key -subj /CN=pypi.example.test -out leaf.csr; openssl x509 -req -in leaf.csr -CA corp.pem -CAkey corp.key -CAcreateserial -days 90 -extfile <(echo subjectAltName=DNS:pypi.example.test) -out leaf.crt"
setup server "openssl s_server -accept 443 -cert leaf.crt -key leaf.key -cert_chain corp.pem -www -quiet >s.log 2>&1 & disown"
wait_port server 443
get='curl -sS -o /dev/null https://pypi.example.test/'
on client "$get 2>&1 | head -n 1"
expect 'curl 的原话' contains "$output" 'SSL certificate problem: self-signed certificate in certificate chain'
on client 'python3 ask.py https://pypi.example.test/ 2>&1 | grep -o "CERTIFICATE_VERIFY_FAILED.*chain"'
expect 'Python（pip 同样）的原话' contains "$output" 'CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain'
note '是谁签的'
apply client issuer.sh
expect '是公司的代理，不是公网的 CA' contains "$output" 'Example Corp Proxy CA'
note '扩展名不是 .crt，不会装'
on client 'mkdir -p /usr/local/share/ca-certificates; cp corp.pem /usr/local/share/ca-certificates/corp.pem; update-ca-certificates 2>/dev/null | head -n 2 | grep -o "[01] added"'
expect '0 added' [ "$output" = '0 added' ]
setup client 'rm /usr/local/share/ca-certificates/corp.pem'
note '装好：PEM，扩展名 .crt'
on client "$(sed 's/^update.*/& 2>\/dev\/null | grep -o "[01] added"/' install.sh)"
expect '1 added' [ "$output" = '1 added' ]
on client "$get; echo 退出码 \$?"
expect 'curl 通了' [ "$output" = '退出码 0' ]
on client 'python3 ask.py https://pypi.example.test/'
expect 'Python 也通了：它用系统的信任库' [ "$output" = 200 ]
note '自带信任库的程序不看系统的，像 certifi、Node.js、容器镜像：要另外告诉它'
setup client 'openssl req -x509 -newkey rsa:2048 -nodes -keyout o.key -out own.pem -days 9 -subj "/CN=Some Public CA"'
on client "SSL_CERT_FILE=\$PWD/own.pem SSL_CERT_DIR=/none python3 ask.py https://pypi.example.test/ 2>&1 | grep -o 'self-signed.*chain'"
expect '它的一份里没有公司的根，还是同一句' contains "$output" 'self-signed certificate in certificate chain'
on client "cat own.pem corp.pem >both.pem; SSL_CERT_FILE=\$PWD/both.pem SSL_CERT_DIR=/none python3 ask.py https://pypi.example.test/"
expect '加进它的那一份就好' [ "$output" = 200 ]
