renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
setup local 'ip link set lo up'
background local 'exec python3 rude.py'
wait_port local 9001
background local 'exec haproxy -db -f haproxy.cfg'
haproxy_log=$log
wait_port local 8080
wait_for "grep -q 'down/s1 is DOWN' $haproxy_log" 10
setup local 'curl -sZ --parallel-immediate -o /dev/null http://127.0.0.1:8080/full -o /dev/null http://127.0.0.1:8080/full'
# shellcheck disable=SC2016 # the host that runs the command expands $path
on local 'for path in ok refused down slow close cut denied; do curl -s -o /dev/null http://127.0.0.1:8080/$path; done'
wait_for "grep -q 'GET /denied ' $haproxy_log" 5
note '每行：后端、状态、终止状态'
on local "awk '/ HTTP/ { print \$4, \$6, \$10 }' $haproxy_log"
expect '一切正常' contains "$output" 'ok/s1 200 ----'
expect '后端没人听' contains "$output" 'refused/s1 503 SC--'
expect '后端都被摘除' contains "$output" 'down/<NOSRV> 503 SC--'
expect '连上了，头迟迟不来，timeout server 到了' contains "$output" 'slow/s1 504 sH--'
expect '后端收了请求就断开' contains "$output" 'close/s1 502 SH--'
expect '回了头，正文没完就断开：状态是 200' contains "$output" 'cut/s1 200 SD--'
expect '规则拒绝' contains "$output" 'f/<NOSRV> 403 PR--'
expect '后端的 maxconn 满了，排队超时' contains "$output" 'full/<NOSRV> 503 sQ--'
