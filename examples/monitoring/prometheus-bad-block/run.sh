# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up; python3 samples.py >samples; promtool tsdb create-blocks-from openmetrics samples /run/data'
run='exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/data --storage.tsdb.retention.time=30d --web.listen-address=127.0.0.1:9090'
start() {
    background local "$run"
    wait_for 'ip netns exec local curl -sf http://127.0.0.1:9090/-/ready' 30
}
series='curl -sG http://127.0.0.1:9090/api/v1/query --data-urlencode "query=count_over_time(orders_total[12h])" | jq -r ".data.result[] | .metric.hours + \" 小时前的有 \" + .value[1] + \" 个\""'
block() { for meta in /run/data/01*/meta.json; do [ "$(jq .minTime "$meta")" = "$1" ] && dirname "$meta"; done; }
times=$(jq .minTime /run/data/01*/meta.json | sort -n)
early=$(block "$(head -n1 <<<"$times")")
late=$(block "$(tail -n1 <<<"$times")")
note '两个块都好'
start
on local "$series"
expect '各 30 个' [ "$(grep -c '30 个' <<<"$output")" = 2 ]
stop "$pid"
note '第一个块的 chunks 文件头坏了：断电、坏盘、盘满时写了一半'
setup local "cp -a $early /run/good; printf 'xxxx' | dd of=$early/chunks/000001 conv=notrunc 2>/dev/null"
on local "( $run ) 2>&1 | grep -oE 'opening storage failed: .*' | tr -d '\"' | tail -n 1"
expect '一个块打不开，整个起不来' contains "$output" 'invalid magic number'
on local 'promtool tsdb list /run/data 2>&1 | head -n 1'
on local 'bash look.sh'
expect '看文件头找出来' contains "$output" "$early/chunks/000001"
note '把那一个块移走，别的不动'
setup local "mkdir /run/aside; mv $early /run/aside/"
start
on local "$series"
expect '起来了，只少那个块的一段' [ "$output" = '4 小时前的有 30 个' ]
stop "$pid"
note '有备份就放回去'
setup local "cp -a /run/good $early"
start
on local "$series"
expect '全回来了' [ "$(grep -c '30 个' <<<"$output")" = 2 ]
stop "$pid"
note '坏的是 meta.json：照样起来，数据悄悄少一段'
setup local ": >$late/meta.json"
start
on local "$series; grep -oE 'Failed to read meta.json[a-z ]*|unexpected end of JSON input' $log | sort -u"
expect '只少了一段，日志里有一句' contains "$output" 'unexpected end of JSON input'
stop "$pid"
