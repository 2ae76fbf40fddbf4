# The server makes its own key; only the request (CSR) goes to the CA.
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout srv.key -subj "/CN=www.example.test" -out srv.csr
# The CA decides which names and uses the certificate is good for.
printf '%s\n' "subjectAltName = DNS:www.example.test, IP:10.9.0.1" \
    "extendedKeyUsage = serverAuth" "basicConstraints = CA:FALSE" >srv.ext
openssl x509 -req -in srv.csr -CA ca.crt -CAkey ca.key -CAcreateserial \
    -days 90 -extfile srv.ext -out srv.crt
