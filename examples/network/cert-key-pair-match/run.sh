for name in old new; do
    quiet local "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $name.key -out $name.crt -days 10 -subj /CN=www.example.test"
done
on local "bash match.sh new.crt new.key"
expect '同一次生成的是一对' [ "$output" = 配对 ]
on local "bash match.sh new.crt old.key"
expect '换了证书没换私钥' [ "$output" = 不配对 ]
on local "timeout 5 openssl s_server -accept 443 -cert new.crt -key old.key 2>&1 | grep -o 'key values mismatch'"
expect '服务器起不来' [ "$output" = 'key values mismatch' ]
