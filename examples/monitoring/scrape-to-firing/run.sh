setup local 'ip link set lo up; ip link add eth0 type veth peer name wire'
background local 'etcd --data-dir /run/etcd --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380'
etcd=$pid
background local 'prometheus-node-exporter --web.listen-address=127.0.0.1:9100'
node=$pid
background local 'python3 app.py'
app=$pid
on local 'promtool check config prometheus.yml | grep SUCCESS'
expect '配置和规则都对' contains "$output" 'SUCCESS: 2 rules found'
background local 'prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/prometheus --web.listen-address=127.0.0.1:9090'
server=$pid
wait_for "ip netns exec local promtool query instant http://127.0.0.1:9090 'count(ALERTS{alertstate=\"firing\"})' 2>/dev/null | grep -q '=> 2 @'" 60
query() {
    on local "promtool query instant http://127.0.0.1:9090 '$1' | sed 's/ @.*//' | sort"
}
query up
expect '三个抓得到，一个抓不到' [ "$(grep -c '=> 1' <<<"$output")" -eq 3 ]
query 'ALERTS{alertstate="firing"}'
expect '错误率触发了' contains "$output" HighErrorRate
expect '抓不到的目标触发了' contains "$output" 'alertname="TargetDown"'
note '这些名字真的存在'
query 'group by (__name__) ({__name__=~"node_load1|node_memory_MemAvailable_bytes|node_vmstat_pswpin|node_pressure_io_waiting_seconds_total|node_filesystem_readonly|node_timex_sync_status|node_filefd_allocated|node_network_receive_errs_total"})'
expect '主机的八个名字都有' [ "$(wc -l <<<"$output")" -eq 8 ]
query '(1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) > bool 0'
expect '内存使用率算得出来' contains "$output" '=> 1'
query 'count by (__name__) ({__name__=~"etcd_server_has_leader|etcd_server_proposals_failed_total|etcd_mvcc_db_total_size_in_bytes|etcd_server_quota_backend_bytes"})'
expect 'etcd 的四个名字都有' [ "$(grep -c '=> 1' <<<"$output")" -eq 4 ]
query 'etcd_server_has_leader'
expect '有领导者' contains "$output" '=> 1'
query 'kubernetes_replicaSet_replicas_running or kube_node_status_ready'
expect '不存在的名字：没有结果，也不报错' [ -z "$output" ]
stop "$server"
stop "$app"
stop "$node"
stop "$etcd"
