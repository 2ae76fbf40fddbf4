# shellcheck disable=SC2016,SC2034 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
start_member() { # 名字 客户端端口 成员端口 全部成员 new|existing
    background local "exec etcd --name $1 --data-dir /run/$1 --listen-client-urls http://127.0.0.1:$2 --advertise-client-urls http://127.0.0.1:$2 --listen-peer-urls http://127.0.0.1:$3 --initial-advertise-peer-urls http://127.0.0.1:$3 --initial-cluster $4 --initial-cluster-state $5" >/dev/null
}
members=e1=http://127.0.0.1:2380,e2=http://127.0.0.1:22380,e3=http://127.0.0.1:32380
start_member e1 2379 2380 "$members" new
e1=$pid
start_member e2 22379 22380 "$members" new
e2=$pid
start_member e3 32379 32380 "$members" new
e3=$pid
wait_for 'ip netns exec local etcdctl endpoint health --cluster' 60
on local 'etcdctl put /k v1; etcdctl member list | cut -d, -f2-3 | sort'
expect '三个成员都在' [ "$(grep -c 'started, e' <<<"$output")" -eq 3 ]
note 'e3 的机器坏了，数据没了'
stop "$e3"
setup local 'rm -rf /run/e3'
wait_for 'ip netns exec local etcdctl put /probe x' 30
on local 'etcdctl put /k v2; etcdctl --endpoints=http://127.0.0.1:32379 endpoint health 2>&1 | grep -o "unhealthy cluster"'
expect '两个还过半，照常写' contains "$output" 'OK'
note '先删掉坏的，再登记新的，最后用 existing 启动'
on local 'bad=$(etcdctl member list | grep -F ", e3," | cut -d, -f1); etcdctl member remove "$bad" >/dev/null; etcdctl member add e4 --peer-urls=http://127.0.0.1:32380 | grep CLUSTER_STATE'
expect '新成员要用 existing' contains "$output" 'ETCD_INITIAL_CLUSTER_STATE="existing"'
start_member e4 32379 32380 e1=http://127.0.0.1:2380,e2=http://127.0.0.1:22380,e4=http://127.0.0.1:32380 existing
e4=$pid
wait_for 'ip netns exec local etcdctl --endpoints=http://127.0.0.1:32379 endpoint health' 60
on local 'etcdctl --endpoints=http://127.0.0.1:32379 get --print-value-only /k; etcdctl member list | cut -d, -f2-3 | sort'
expect '数据自己同步过来了' contains "$output" 'v2'
note '再坏两个：剩一个，不过半'
stop "$e2"
stop "$e4"
on local 'etcdctl put /k v3 >put.log 2>&1'
expect '写不了' [ "$status" -eq 1 ]
on local 'etcdctl get /k >get.log 2>&1'
expect '默认的读也不行' [ "$status" -eq 1 ]
on local 'etcdctl get --consistency=s --print-value-only /k'
expect '可能过时的本地读可以' [ "$output" = v2 ]
on local 'curl -s http://127.0.0.1:2379/metrics | grep "^etcd_server_has_leader"'
expect '它看不到领导者' contains "$output" 'etcd_server_has_leader 0'
stop "$e1"
