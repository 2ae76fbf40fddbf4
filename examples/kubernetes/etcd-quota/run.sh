# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
background local 'etcd --data-dir /run/etcd --quota-backend-bytes 16777216 --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380'
etcd=$pid
wait_for 'ip netns exec local etcdctl endpoint health' 30
note '同一个键反复写：旧版本都留着，16 MiB 的配额几十次就满'
setup local 'head -c 700000 /dev/zero | tr "\0" x >big'
on local 'for i in $(seq 60); do etcdctl put /big <big >/dev/null 2>put.log || break; done; grep -om1 "mvcc: database space exceeded" put.log'
expect '写不进去了' contains "$output" 'database space exceeded'
on local 'etcdctl alarm list'
expect '有一条 NOSPACE 告警' contains "$output" 'alarm:NOSPACE'
on local 'etcdctl get --print-value-only /big | wc -c; etcdctl del /nothing'
expect '读和删照常' [ "$(head -n 1 <<<"$output")" -eq 700001 ]
note '第一步：压缩到现在的修订号'
on local 'rev=$(etcdctl endpoint status -w json | grep -o "\"revision\":[0-9]*" | cut -d: -f2); etcdctl compact "$rev"; etcdctl put /k v 2>&1 | grep -om1 "mvcc: database space exceeded"'
expect '只压缩还不能写' contains "$output" 'database space exceeded'
note '第二步：整理碎片，空间才还给文件系统；这期间这个成员停读停写'
before=$(stat -c %s /run/etcd/member/snap/db)
on local 'etcdctl defrag'
after=$(stat -c %s /run/etcd/member/snap/db)
expect '文件变小了' [ "$after" -lt $((before / 4)) ]
on local 'etcdctl put /k v 2>&1 | grep -om1 "mvcc: database space exceeded"'
expect '整理完也还不能写' [ "$status" -eq 0 ]
note '第三步：解除告警'
on local 'etcdctl alarm disarm; etcdctl alarm list; etcdctl put /k v'
expect '能写了' [ "$(tail -n 1 <<<"$output")" = OK ]
stop "$etcd"
