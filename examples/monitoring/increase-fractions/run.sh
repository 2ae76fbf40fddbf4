# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up; python3 samples.py >samples; promtool tsdb create-blocks-from openmetrics samples /run/data; echo "global: {}" >prometheus.yml; python3 -c "import time; print(int(time.time()) // 3600 * 3600 - 3 * 3600)" >start'
background local 'exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/data --web.listen-address=127.0.0.1:9090'
server=$pid
wait_for 'ip netns exec local curl -sf http://127.0.0.1:9090/-/ready' 30
# ask 分钟 表达式
ask() { on local "curl -sG http://127.0.0.1:9090/api/v1/query --data-urlencode time=\$((\$(cat start) + $1 * 60)) --data-urlencode 'query=$2' | jq -r '.data.result[0].value[1] // \"没有结果\"'"; }
note '每分钟正好加 1，第 20 分钟时问'
ask 20 'increase(orders_total[5m])'
expect '五分钟里加了 5，increase 说不是整数' contains "$output" .
ask 20 'orders_total - orders_total offset 5m'
expect '要整数，就用两个时刻的差' [ "$output" = 5 ]
note '第 30 分钟第一次出错，第 31 分钟时问'
ask 31 'increase(errors_total[5m])'
expect '一出现就是 1：增量是 0，告警不响' [ "$output" = 0 ]
ask 31 'errors_total unless errors_total offset 5m'
expect '五分钟前没有、现在有' [ "$output" = 1 ]
ask 31 'increase(errors_total[5m]) > 0 or (errors_total unless errors_total offset 5m)'
expect '合起来：两种都看得见' [ "$output" = 1 ]
note '程序启动时就把这个标签写成 0'
ask 31 'increase(ready_total[5m]) > 0'
expect '看得见' [ "$output" != 没有结果 ]
note '窗口里不到两个样本'
ask 20 'rate(orders_total[15s])'
expect '没有结果，也不报错' [ "$output" = 没有结果 ]
ask 20 'count_over_time(orders_total[15s])'
expect '窗口等于抓取间隔，里面只有一个样本：写成四倍以上' [ "$output" = 1 ]
stop "$server"
