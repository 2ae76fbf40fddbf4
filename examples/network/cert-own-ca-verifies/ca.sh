# 根：私钥用来签，证书发给每个客户端。
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key
openssl req -x509 -new -key ca.key -days 3650 \
    -subj "/O=Example Lab/CN=Example Lab Root" -out ca.crt \
    -addext "keyUsage = critical, keyCertSign, cRLSign"
