cp -a /etc /run/etc && mount --bind /run/etc /etc # the name and the trust store change for this example only
echo '10.9.0.1 www.example.test' >>/etc/hosts
setup server "openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 900 -subj '/CN=Example Lab Root' -addext keyUsage=critical,keyCertSign"
setup server 'bash issue.sh expired 0 subjectAltName=DNS:www.example.test; bash issue.sh other 90 subjectAltName=DNS:mail.example.test; bash issue.sh good 90 subjectAltName=DNS:www.example.test; bash issue.sh bare 90 extendedKeyUsage=serverAuth'
setup server 'sleep 2' # -days 0 is good for one second
background server 'exec python3 serve.py'
wait_port server 80
four() { # what four clients say of https://www.example.test:$1/
    on client "curl -sS https://www.example.test:$1/ 2>&1 | head -n 1"
    said_curl=$output
    on client "python3 ask.py https://www.example.test:$1/"
    said_python=$output
    on client "kubectl --token x --server=https://www.example.test:$1 get --raw / 2>&1"
    said_go=$output
    on client "keytool -printcrl -file https://www.example.test:$1/ 2>&1 | grep -v Picked | head -n 1"
    said_java=$output
}
note '根不在信任库里'
four 443
expect 'curl' contains "$said_curl" 'unable to get local issuer certificate'
expect 'Python' contains "$said_python" 'CERTIFICATE_VERIFY_FAILED'
expect 'Go' contains "$said_go" 'x509: certificate signed by unknown authority'
expect 'Java' contains "$said_java" 'unable to find valid certification path to requested target'
note '把根装进系统的信任库'
on client 'cp ca.crt /usr/local/share/ca-certificates/lab.crt; update-ca-certificates 2>&1 | grep -o "1 added"'
four 443
expect 'curl 通了' [ "$said_curl" = ok ]
expect 'Python 通了' [ "$said_python" = 200 ]
expect 'Go 通了' [ "$said_go" = ok ]
expect 'Java 通了，只是网页里没有它要的吊销列表' contains "$said_java" 'No CRL data found'
note '过期'
four 444
expect 'curl' contains "$said_curl" 'certificate has expired'
expect 'Python' contains "$said_python" 'certificate verify failed: certificate has expired'
expect 'Go' contains "$said_go" 'x509: certificate has expired or is not yet valid'
expect 'Java' contains "$said_java" 'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed'
note '证书是给别的名字的'
four 445
expect 'curl' contains "$said_curl" 'no alternative certificate subject name matches target'
expect 'Python' contains "$said_python" "Hostname mismatch, certificate is not valid for 'www.example.test'"
expect 'Go' contains "$said_go" 'x509: certificate is valid for mail.example.test, not www.example.test'
expect 'Java' contains "$said_java" 'No subject alternative DNS name matching www.example.test found'
note '证书里没有 SAN，名字只写在 CN：Go 不认，别的照旧'
four 446
expect 'curl 通了' [ "$said_curl" = ok ]
expect 'Python 通了' [ "$said_python" = 200 ]
expect 'Go' contains "$said_go" 'x509: certificate relies on legacy Common Name field, use SANs instead'
note '端口上是明文的 HTTP'
four 80
expect 'curl' contains "$said_curl" 'wrong version number'
expect 'Python' contains "$said_python" 'WRONG_VERSION_NUMBER'
expect 'Go' contains "$said_go" 'tls: first record does not look like a TLS handshake'
expect 'Java' contains "$said_java" 'Unsupported or unrecognized SSL message'
