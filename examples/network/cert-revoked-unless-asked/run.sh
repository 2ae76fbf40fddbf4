quiet local "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 10 -subj '/CN=Example Lab Root' -addext keyUsage=critical,keyCertSign,cRLSign"
quiet local "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.csr -subj /CN=www.example.test"
quiet local "openssl x509 -req -in srv.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 5 -out srv.crt"
setup local ': >index.txt'
note '吊销，并签发一份 CRL'
quiet local "openssl ca -config ca.cnf -keyfile ca.key -cert ca.crt -revoke srv.crt"
quiet local "openssl ca -config ca.cnf -keyfile ca.key -cert ca.crt -gencrl -out ca.crl"
on local "openssl verify -CAfile ca.crt srv.crt"
expect '不查吊销：OK' [ "$output" = 'srv.crt: OK' ]
on local "openssl verify -CAfile ca.crt -crl_check -CRLfile ca.crl srv.crt 2>&1 | grep -o 'error [0-9]* .*'"
expect '查 CRL：23，已吊销' contains "$output" 'error 23 '
on local "openssl verify -CAfile ca.crt -crl_check srv.crt 2>&1 | grep -o 'error [0-9]* .*'"
expect '要求查却拿不到 CRL：3' contains "$output" 'error 3 '
