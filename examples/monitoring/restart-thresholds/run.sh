note '把各种容器的重启计数放进一个真的 Prometheus，逐秒算四个小时'
setup local 'ip link set lo up; echo "global: {}" >prometheus.yml'
on local 'python3 restarts.py >restarts.om; promtool tsdb create-blocks-from openmetrics restarts.om /run/prometheus >/dev/null && ls /run/prometheus | wc -l'
expect '三个块' [ "$output" -eq 3 ]
background local 'exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/prometheus --storage.tsdb.retention.time=100y --web.listen-address=127.0.0.1:9090'
server=$pid
wait_for 'ip netns exec local curl -sf http://127.0.0.1:9090/-/ready' 30
on local 'python3 table.py'
expect '外推能把 4 次算成 4.5 次，只有几十秒' contains "$output" '活   0 秒 | 4.53'
expect '探针杀的，两分钟里真的有 5 次' contains "$output" '探针杀的 | 5.67'
expect '活 5 分钟的，15 分钟的写法只有一半时间成立' contains "$output" '活 300 秒 | 1.14 | 0 | 0% | 48% | 100%'
stop "$server"
