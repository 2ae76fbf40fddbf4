# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up; mkdir /run/prometheus'
mount -t tmpfs -o size=8m tmpfs /run/prometheus
start() {
    background local 'exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/prometheus --storage.tsdb.retention.size=6MB --web.listen-address=127.0.0.1:9090'
    wait_for 'ip netns exec local curl -sf http://127.0.0.1:9090/-/ready' 40
}
query() { ip netns exec local promtool query instant http://127.0.0.1:9090 "$1" | sed -E 's/.*=> ([0-9.]+) .*/\1/'; }
metric() { ip netns exec local curl -s http://127.0.0.1:9090/metrics | awk -v "name=$1" '$1 == name { printf "%.0f\n", $2 }'; }
export -f query metric
start
server=$pid
wait_for '[ "$(query "count_over_time(up[1h])")" -ge 3 ]' 40
note '盘被别的东西占满了；retention.size 已经写了 6MB'
on local 'dd if=/dev/zero of=/run/prometheus/filler bs=1k 2>&1 | grep -o "No space left on device"; df -h /run/prometheus | tail -n 1 | xargs | cut -d" " -f2,4,5'
wait_for "grep -q 'no space left on device' $log" 40
on local "grep -oE 'write to WAL: log samples: write /run/prometheus/wal/[0-9]+: no space left on device' $log | sort -u"
expect '日志里有' contains "$output" 'no space left on device'
wait_for '[ "$(metric prometheus_tsdb_wal_writes_failed_total)" -ge 2 ]' 40
newest=$(metric prometheus_tsdb_head_max_time_seconds)
failed=$(metric prometheus_tsdb_wal_writes_failed_total)
wait_for "[ \"\$(metric prometheus_tsdb_wal_writes_failed_total)\" -ge $((failed + 3)) ]" 40
on local 'bash look.sh | grep -E "up$|wal_writes_failed" | sed "s/total .*/total 大于 0/"'
expect '目标照样是 up，只有这个计数在涨' contains "$output" 'wal_writes_failed_total 大于 0'
expect '又抓了三次，最新的样本还是那一个' [ "$(metric prometheus_tsdb_head_max_time_seconds)" = "$newest" ]
note '腾出空间'
setup local 'rm /run/prometheus/filler'
wait_for "[ \"\$(metric prometheus_tsdb_head_max_time_seconds)\" -gt $((newest + 1)) ]" 40
expect '不用重启，自己接着写' kill -0 "$server"
note '流传的办法：停掉，删掉 wal 目录'
kept=$(query 'count_over_time(up[1h])')
stop "$server"
setup local 'rm -rf /run/prometheus/wal /run/prometheus/chunks_head'
start
server=$pid
wait_for '[ -n "$(query "count_over_time(up[1h])")" ]' 40
expect '还没有落成块的样本全没了' [ "$(query 'count_over_time(up[1h])')" -lt "$kept" ]
stop "$server"
note '从头来一个，盘满时才第一次查询'
rm -rf /run/prometheus/*
start
server=$pid
setup local 'dd if=/dev/zero of=/run/prometheus/filler bs=1k 2>/dev/null || true'
on local 'for i in $(seq 20); do promtool query instant http://127.0.0.1:9090 up || break; done 2>&1 | grep -o "EOF" | tail -n 1'
wait_for "grep -q SIGBUS $log" 40
on local "grep -oE 'unexpected fault address|fatal error: fault|signal SIGBUS' $log | sort -u"
expect '查询让它崩了：记录查询的 queries.active 没有空间' contains "$output" SIGBUS
