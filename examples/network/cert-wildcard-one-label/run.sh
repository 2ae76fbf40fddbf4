quiet local "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj /O=Example -addext 'subjectAltName=DNS:*.example.test'"
match() { on local "openssl verify -CAfile srv.crt -verify_hostname $1 srv.crt 2>&1 | grep -oE 'OK|error 62.*'"; }
match www.example.test
expect '一级子域名：匹配' [ "$output" = OK ]
match a.www.example.test
expect '两级：不匹配' contains "$output" 'error 62'
match example.test
expect '裸域名：不匹配' contains "$output" 'error 62'
