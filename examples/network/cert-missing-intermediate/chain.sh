# root -> intermediate -> www
ec=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
openssl req -x509 "${ec[@]}" -keyout root.key -out root.crt -days 3650 -subj "/CN=Example Root" \
    -addext "keyUsage = critical, keyCertSign, cRLSign"
openssl req -new "${ec[@]}" -keyout mid.key -out mid.csr -subj "/CN=Example Intermediate"
printf 'basicConstraints = critical, CA:TRUE, pathlen:0\nkeyUsage = critical, keyCertSign, cRLSign\n' >mid.ext
openssl x509 -req -in mid.csr -CA root.crt -CAkey root.key -CAcreateserial -days 1825 -extfile mid.ext -out mid.crt
openssl req -new "${ec[@]}" -keyout www.key -out www.csr -subj "/CN=www.example.test"
printf 'subjectAltName = DNS:www.example.test\n' >www.ext
openssl x509 -req -in www.csr -CA mid.crt -CAkey mid.key -CAcreateserial -days 90 -extfile www.ext -out www.crt
# 给服务器的：先自己的，再中间的，不放根。
cat www.crt mid.crt >fullchain.crt
