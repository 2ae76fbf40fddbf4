# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
start_etcd() { # 数据目录
    background local "exec etcd --data-dir $1 --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380"
    etcd=$pid
    wait_for 'ip netns exec local etcdctl endpoint health' 30
}
revision() {
    on local 'etcdctl endpoint status -w json | grep -o "\"revision\":[0-9]*"'
    revision=$(cut -d: -f2 <<<"$output")
}
start_etcd /run/etcd
on local 'etcdctl put /registry/configmaps/shop/a v1'
on local 'etcdctl snapshot save /run/backup.db >/dev/null 2>&1; etcdutl snapshot status /run/backup.db | cut -d, -f2-3'
expect '快照里有修订号和键的个数' [ "$status" -eq 0 ]
note '快照之后又写了一些，然后出了事'
on local 'etcdctl put /registry/configmaps/shop/a v2; etcdctl put /registry/configmaps/shop/b 新的; etcdctl del /registry --prefix'
revision
before=$revision
stop "$etcd"
note '不加选项恢复：修订号倒退，客户端缓存里记着更大的号'
on local 'etcdutl snapshot restore /run/backup.db --data-dir /run/plain 2>restore.log'
start_etcd /run/plain
revision
expect '比出事之前小' [ "$revision" -lt "$before" ]
background local "etcdctl watch --prefix /registry --rev=$before"
wait_for 'ip netns exec local curl -s http://127.0.0.1:2379/metrics | grep -q "^etcd_debugging_mvcc_watcher_total 1"' 30
on local 'for name in c d e; do etcdctl put /registry/configmaps/shop/$name v1; done'
wait_for "grep -q shop/e $log" 30
note '从记着的号接着监听的客户端：不报错，c 和 d 都没有收到'
show "$log"
expect '只收到最后一个' [ "$(grep -c PUT "$log")" = 1 ]
stop "$pid"
stop "$etcd"
note '旧的数据目录改名留着；恢复到新目录，抬高修订号，把之前的都标成已压缩'
on local 'mv /run/etcd /run/etcd.broken; etcdutl snapshot restore /run/backup.db --data-dir /run/etcd --bump-revision 1000000000 --mark-compacted 2>restore.log'
start_etcd /run/etcd
on local 'etcdctl get --prefix --keys-only /registry; etcdctl get --print-value-only /registry/configmaps/shop/a'
expect '回到快照那一刻：a 是 v1' contains "$output" 'v1'
expect '快照之后写的没有了' lacks "$output" '/shop/b'
revision
expect '比出事之前大' [ "$revision" -gt "$before" ]
note '从旧的修订号接着监听的客户端'
on local "timeout 30 etcdctl watch --prefix /registry --rev=$before"
expect '得到“已压缩”，只能重新列一遍' contains "$output" 'required revision has been compacted'
stop "$etcd"
