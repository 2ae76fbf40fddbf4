# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
make_certificate() { # 名字 主题 扩展
    setup local "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $1.key -out $1.csr -subj '$2' 2>/dev/null; printf '$3\n' >$1.ext; openssl x509 -req -in $1.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile $1.ext -out $1.crt 2>/dev/null"
}
setup local "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 30 -subj '/CN=etcd-ca' -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null"
make_certificate server /CN=etcd 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth'
make_certificate anyone /CN=anyone 'extendedKeyUsage=clientAuth'
background local 'exec etcd --data-dir /run/etcd --client-cert-auth --trusted-ca-file ca.crt --cert-file server.crt --key-file server.key --listen-client-urls https://127.0.0.1:2379 --advertise-client-urls https://127.0.0.1:2379 --listen-peer-urls http://127.0.0.1:2380'
etcd=$pid
with_certificate='etcdctl --endpoints=https://127.0.0.1:2379 --cacert=ca.crt --cert=anyone.crt --key=anyone.key'
wait_for "ip netns exec local $with_certificate endpoint health" 30
note 'API Server 写进来的一个 Secret'
setup local "$with_certificate put /registry/secrets/shop/db 'password: abc'"
note '没有证书'
on local 'etcdctl --endpoints=https://127.0.0.1:2379 --cacert=ca.crt --command-timeout=3s get /registry/secrets/shop/db >get.log 2>&1'
expect '连不上' [ "$status" -eq 1 ]
note '同一个 CA 签的任何一张客户端证书，名字随便'
on local "$with_certificate get --print-value-only /registry/secrets/shop/db; $with_certificate del /registry/secrets/shop/db"
expect '读得到明文，也删得掉：没有 RBAC，没有准入' [ "$output" = $'password: abc\n1' ]
stop "$etcd"
