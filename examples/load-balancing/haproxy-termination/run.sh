renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
setup local 'ip link set lo up; ip link add d0 type veth peer name d1; ip link set d0 up; ip link set d1 up
ip addr add 10.9.0.1/24 dev d0; ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev d0'
background local 'exec python3 rude.py'
wait_port local 9001
background local 'exec haproxy -db -f haproxy.cfg'
haproxy_log=$log
wait_port local 8080
seen=0
# try 终止状态 命令：等到新的日志行里有它，打印终止状态、后端、状态码
try() {
    local line
    ip netns exec local bash -c "$2" >/dev/null 2>&1 </dev/null
    wait_for "tail -n +$((seen + 1)) $haproxy_log | grep -qF ' $1 '" 9
    line=$(tail -n "+$((seen + 1))" "$haproxy_log" | grep -F " $1 " | head -n 1)
    seen=$(wc -l <"$haproxy_log")
    if [[ $line == *' tcp/s1 '* ]]; then
        line=$(awk '{ print $7, $4 }' <<<"$line")
    else
        line=$(awk '{ print $10, $4, $6 }' <<<"$line")
    fi
    printf '%s\n' "$line"
    expect "$3" [ "${line%% *}" = "$1" ]
}
http='curl -s -o /dev/null http://127.0.0.1:8080'
client='python3 client.py'
try '----' "$http/ok" '一切正常'
note '客户端'
try 'CR--' "$client /half leave" '头没发完就断开'
try 'cR--' "$client /ok half" '头没发完，timeout http-request 到了'
taken='until ss -Htn state established "dport = 9001" | grep -q .; do sleep 0.05; done' # 后端唯一的位置占住了
try 'CQ--' "$http/leave-queue & $taken; $client /leave-queue leave; wait" '排队时断开，开着 abortonclose'
try 'CC--' "$client /leave-connect leave" '还在连后端时断开，开着 abortonclose'
try 'CH--' "$client /leave-wait leave" '等响应头时断开，开着 abortonclose'
try 'cH--' "$client /wait body" '请求体没发完，timeout client 到了'
try 'CD--' "$client /big leave" '传正文时断开'
try 'cD--' "$client /big stop" '不读正文，timeout client 到了'
note '后端'
try 'SC--' "$http/refused" '没人听'
try 'sC--' "$http/unreachable" 'timeout connect 到了'
try 'sQ--' "$http/full & $taken; $http/full -m 2; wait" '排队，timeout queue 到了'
try 'SH--' "$http/close" '收了请求就断开'
try 'sH--' "$http/silent" '迟迟不答，timeout server 到了'
try 'SD--' "$http/cut" '正文没完就断开'
try 'sD' "$client / silent 8081" '四层，后端不说话，timeout server 到了'
note 'HAProxy 自己'
try 'LR--' "$http/local" '自己应答'
try 'PR--' "$http/denied" '规则拒绝'
try 'PT--' "$http/tarpit" '拖住再拒绝'
try 'PH--' "$http/garbage" '响应头不合规矩'
try 'PD--' "$http/badchunk" '正文的分块不合规矩'
