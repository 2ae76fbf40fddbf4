# 私钥在服务器上生成；交给 CA 的只有请求（CSR）。
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout srv.key -subj "/CN=www.example.test" -out srv.csr
# 名字和用途由 CA 决定。
printf '%s\n' "subjectAltName = DNS:www.example.test, IP:10.9.0.1" \
    "extendedKeyUsage = serverAuth" "basicConstraints = CA:FALSE" \
    "authorityKeyIdentifier = keyid" >srv.ext
openssl x509 -req -in srv.csr -CA ca.crt -CAkey ca.key -CAcreateserial \
    -days 90 -extfile srv.ext -out srv.crt
