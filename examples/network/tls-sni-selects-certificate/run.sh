for name in default shop; do
    quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $name.key -out $name.crt -days 10 -subj /CN=$name.example.test"
done
background server "openssl s_server -accept 443 -cert default.crt -key default.key -servername shop.example.test -cert2 shop.crt -key2 shop.key -quiet"
wait_port server 443
subject='</dev/null 2>/dev/null | openssl x509 -noout -subject -nameopt RFC2253'

on client "openssl s_client -connect 10.9.0.1:443 -servername shop.example.test $subject"
expect '带 SNI：拿到该站点的证书' contains "$output" shop.example.test
on client "openssl s_client -connect 10.9.0.1:443 -noservername $subject"
expect '不带 SNI：拿到默认证书' contains "$output" default.example.test
on client "openssl s_client -connect 10.9.0.1:443 -servername typo.example.test $subject"
expect '名字对不上：也是默认证书' contains "$output" default.example.test
