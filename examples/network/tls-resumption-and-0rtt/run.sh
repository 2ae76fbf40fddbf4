quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -early_data -quiet"
server_log=$log
wait_port server 443
setup client "printf 'early: GET /status\n' >early.txt"
filter="grep -oE '^(New|Reused), TLSv1.3|Early data was .*'"

note '第一次：完整握手，存下票据（等到票据存好）'
wait_ticket='until grep -qs END ticket.pem; do sleep 0.1; done'
on client "($wait_ticket) | openssl s_client -connect 10.9.0.1:443 -tls1_3 -sess_out ticket.pem 2>/dev/null | $filter"
expect '完整握手' contains "$output" 'New, TLSv1.3'
expect '没有早期数据' contains "$output" 'Early data was not sent'
setup client 'cp ticket.pem copy.pem'

note '第二次：带票据，第一个报文里就带着请求'
on client "openssl s_client -connect 10.9.0.1:443 -tls1_3 -sess_in ticket.pem -early_data early.txt </dev/null 2>/dev/null | $filter"
expect '恢复了会话' contains "$output" 'Reused, TLSv1.3'
expect '早期数据被接受' contains "$output" 'Early data was accepted'

note '第三次：重放同一张票据和同样的早期数据'
on client "openssl s_client -connect 10.9.0.1:443 -tls1_3 -sess_in copy.pem -early_data early.txt </dev/null 2>/dev/null | $filter"
expect '不再恢复，做完整握手' contains "$output" 'New, TLSv1.3'
expect '早期数据被拒绝' contains "$output" 'Early data was rejected'
wait_for "grep -q early: $server_log"
expect '服务器的应用只收到一次早期数据' [ "$(grep -c early: "$server_log")" -eq 1 ]

note '关掉防重放的服务器：同一张票据可以反复用'
background server "openssl s_server -accept 444 -cert srv.crt -key srv.key -early_data -no_anti_replay -quiet"
server_log=$log
wait_port server 444
setup client 'rm ticket.pem'
quiet client "($wait_ticket) | openssl s_client -connect 10.9.0.1:444 -tls1_3 -sess_out ticket.pem"
for attempt in 1 2; do
    on client "openssl s_client -connect 10.9.0.1:444 -tls1_3 -sess_in ticket.pem -early_data early.txt </dev/null 2>/dev/null | $filter"
    expect "第 $attempt 次发送被接受" contains "$output" 'Early data was accepted'
done
wait_for "[ \$(grep -c early: $server_log) -ge 2 ]"
expect '服务器的应用收到两次同样的请求' [ "$(grep -c early: "$server_log")" -eq 2 ]
