quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 20 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
wait_port server 443
on server "openssl x509 -in srv.crt -noout -dates"
expect '有起止两个日期' contains "$output" 'notAfter='

note '只看退出码，适合放进脚本：7 天内不到期为 0，30 天内要到期为 1'
on server "openssl x509 -in srv.crt -noout -checkend $((7 * 86400))"
expect '7 天内不到期' [ "$status" -eq 0 ]
on server "openssl x509 -in srv.crt -noout -checkend $((30 * 86400))"
expect '30 天内到期' [ "$status" -eq 1 ]
note '查线上正在用的那一张，而不是磁盘上的文件'
on client "openssl s_client -connect 10.9.0.1:443 -servername www.example.test </dev/null 2>/dev/null | openssl x509 -noout -checkend $((30 * 86400))"
expect '线上的也快到期' [ "$status" -eq 1 ]

note '续期后忘了重载：磁盘是新的，线上还是旧的'
quiet server "openssl req -x509 -key srv.key -out srv.crt -days 90 -subj /CN=www.example.test"
on server "openssl x509 -in srv.crt -noout -checkend $((30 * 86400))"
expect '磁盘上的没问题' [ "$status" -eq 0 ]
on client "openssl s_client -connect 10.9.0.1:443 -servername www.example.test </dev/null 2>/dev/null | openssl x509 -noout -checkend $((30 * 86400))"
expect '线上的还是旧证书' [ "$status" -eq 1 ]
