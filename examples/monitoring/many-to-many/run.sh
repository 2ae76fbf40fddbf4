# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
background local 'exec prometheus-node-exporter --collector.disable-defaults --collector.uname --collector.loadavg --web.listen-address=127.0.0.1:9100'
node=$pid
wait_port local 9100
background local 'exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/prometheus --web.listen-address=127.0.0.1:9090'
server=$pid
server_log=$log
wait_for 'ip netns exec local curl -s http://127.0.0.1:9090/api/v1/rules | jq -e "[.data.groups[].rules[] | select(.health == \"unknown\")] == []" && [ "$(ip netns exec local promtool query instant http://127.0.0.1:9090 node_uname_info | wc -l)" = 2 ]' 60
wait_for 'ip netns exec local curl -s http://127.0.0.1:9090/api/v1/rules | jq -e ".data.groups[].rules[0].health == \"err\""' 60
ask() { on local "curl -sG http://127.0.0.1:9090/api/v1/query --data-urlencode 'query=$1' | jq -r '.error // (.data.result | length | tostring + \" 条\")' | grep -oE '^found duplicate .* operation|many-to-many.*|multiple matches.*|.* 条'"; }
ask 'up * on (instance) group_left (nodename) node_uname_info'
expect '报错' contains "$output" 'many-to-many matching not allowed: matching labels must be unique on one side'
on local "grep -oE 'Evaluating rule failed|many-to-many matching not allowed' $server_log | sort -u"
expect '告警规则也评估失败，不触发' contains "$output" 'Evaluating rule failed'
on local 'bash look.sh | sed "s/ @.*//"'
expect '同一个 instance 有两条，差在 job' contains "$output" 'LoadHigh err'
note '流传的办法：换成 group_right'
ask 'up * on (instance) group_right (nodename) node_uname_info'
expect '换一边报，还是不许' contains "$output" 'many-to-many'
note '去掉 group_left：另一句报错'
ask 'up * on (instance) max by (instance) (node_uname_info)'
expect '要写明哪一边是“多”' contains "$output" 'many-to-one matching must be explicit'
note '先聚合成一条'
ask 'up * on (instance) group_left (nodename) max by (instance, nodename) (node_uname_info)'
expect '好了' [ "$output" = '2 条' ]
on local 'promtool query instant http://127.0.0.1:9090 "ALERTS{alertname=\"LoadHighFixed\"}" | grep -oE "alertname=\"[A-Za-z]+\"|alertstate=\"[a-z]+\"" | xargs'
expect '写对的规则触发' contains "$output" firing
stop "$server"
stop "$node"
