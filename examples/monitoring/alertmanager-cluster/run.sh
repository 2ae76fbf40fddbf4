# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
background local 'exec python3 hook.py'
wait_port local 8000
# start 名字 端口 集群的参数：起一台 Alertmanager
start() {
    background local "exec prometheus-alertmanager --config.file=hook.yml --storage.path=/run/am-$1 --web.listen-address=127.0.0.1:$2 --cluster.peer-timeout=3s $3"
    wait_for "ip netns exec local curl -sf http://127.0.0.1:$2/-/ready" 30
}
send='for port in 9093 9193; do amtool --alertmanager.url=http://127.0.0.1:$port alert add'
note '两台互相通气，Prometheus 把告警发给每一台'
start a 9093 '--cluster.listen-address=127.0.0.1:9094'
first=$pid
start b 9193 '--cluster.listen-address=127.0.0.1:9194 --cluster.peer=127.0.0.1:9094'
second=$pid
for port in 9093 9193; do # 人数稳定以后才开始发
    wait_for "ip netns exec local curl -s http://127.0.0.1:$port/api/v2/status | grep -q '\"status\":\"ready\"'" 40
done
on local "$send Joined; done; sleep 9; grep -c Joined received"
expect '只发了一份' [ "$output" = 1 ]
stop "$second"
stop "$first"
note '两台不通气（端口被挡，或没有写 --cluster.peer）'
start c 9093 '--cluster.listen-address='
start d 9193 '--cluster.listen-address='
on local "$send Apart; done; sleep 9; grep -c Apart received"
expect '各发一份' [ "$output" = 2 ]
