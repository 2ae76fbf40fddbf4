# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
# load 配置文件：起一个空的 Alertmanager，放进六条告警
load() {
    background local "exec prometheus-alertmanager --config.file=$1 --storage.path=/run/am-$1 --cluster.listen-address= --web.listen-address=127.0.0.1:9093"
    server=$pid
    wait_for 'ip netns exec local curl -sf http://127.0.0.1:9093/-/ready' 20
    setup local 'ALERTMANAGER_URL=http://127.0.0.1:9093 bash -e alerts.sh'
}
sent='amtool --alertmanager.url=http://127.0.0.1:9093 alert query -o json | grep -oE "\"alertname\":\"[A-Za-z]+\"" | cut -d\" -f4 | sort | xargs'
on local 'amtool check-config wide.yml narrow.yml | grep SUCCESS'
expect '两份配置的写法都对' contains "$output" SUCCESS
on local 'amtool config routes test --config.file=wide.yml severity=critical 2>/dev/null; amtool config routes test --config.file=wide.yml severity=warning 2>/dev/null'
expect 'critical 叫人，其余进队列' [ "$output" = $'pager\nqueue' ]
load wide.yml
on local "$sent"
expect '只写 equal：没有这两个标签的也算相等，主机的三条全被压住' [ "$output" = 'EtcdNoLeader NoReplicas' ]
stop "$server"
load narrow.yml
on local "$sent"
expect '要求标签真的在：只压同一个应用、同一台机器的' [ "$output" = 'CpuBusy EtcdNoLeader HostDown NoReplicas' ]
stop "$server"
