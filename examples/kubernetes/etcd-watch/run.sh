# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
background local 'etcd --data-dir /run/etcd --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380'
etcd=$pid
wait_for 'ip netns exec local etcdctl endpoint health' 30
background local 'etcdctl watch --prefix /registry/pods/'
watch_log=$log
wait_for 'ip netns exec local curl -s http://127.0.0.1:2379/metrics | grep -q "^etcd_debugging_mvcc_watcher_total 1"' 20
on local 'etcdctl put /registry/pods/default/web v1; etcdctl put /registry/services/x y; etcdctl put /registry/pods/default/web v2; etcdctl del /registry/pods/default/web'
wait_for "[ \$(grep -c . $watch_log) -ge 8 ]" 10
note '监听的一端收到'
show "$watch_log"
expect '只有前缀下的三件事，按发生的次序' [ "$(grep -E '^(PUT|DELETE)' "$watch_log" | xargs)" = 'PUT PUT DELETE' ]
note '后来的客户端：从修订号 2 补放'
on local 'timeout 3 etcdctl watch --prefix /registry/pods/ --rev=2 | grep -E "^(PUT|DELETE)" | xargs'
expect '一件不少' [ "$output" = 'PUT PUT DELETE' ]
note '压缩掉历史，再从旧的修订号监听'
on local 'etcdctl compact 5; timeout 5 etcdctl watch --prefix /registry/pods/ --rev=2'
expect '历史没有了，只能重新列一遍' contains "$output" 'required revision has been compacted'
note '两个人改同一个键：按修改时的修订号比较'
on local 'etcdctl put /k a >/dev/null; printf "mod(\"/k\") = \"0\"\n\nput /k b\n\nget /k\n\n" | etcdctl txn'
expect '修订号对不上：不写，走失败的一支' contains "$output" 'FAILURE'
note '租约到期，键自己消失'
on local 'lease=$(etcdctl lease grant 2 | cut -d" " -f2); etcdctl put --lease="$lease" /leased x'
wait_for '[ -z "$(ip netns exec local etcdctl get /leased)" ]' 20
on local 'etcdctl get /leased | wc -l'
expect '没有了' [ "$output" -eq 0 ]
stop "$etcd"
