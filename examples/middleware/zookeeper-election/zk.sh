# 在命名空间里起 ZooKeeper 节点：数据在 /run/zk/编号。
# shellcheck shell=bash
# configure 编号 主机1 主机2 …：写好配置；每个节点的客户端端口是 2180 加编号。
configure() {
    local number=$1 index=0
    shift
    mkdir -p "/run/zk/$number"
    echo "$number" >"/run/zk/$number/myid"
    {
        printf '%s\n' tickTime=500 initLimit=10 syncLimit=4 "dataDir=/run/zk/$number" "clientPort=$((2180 + number))" \
            admin.enableServer=false 4lw.commands.whitelist=srvr
        for host in "$@"; do
            index=$((index + 1))
            echo "server.$index=$host:$((2880 + index)):$((3880 + index))"
        done
    } >"/run/zk/$number.cfg"
}
# start_zk 命名空间 编号
start_zk() {
    ip netns exec "$1" java -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp /etc/zookeeper/conf_example:/usr/share/java/zookeeper.jar -Dzookeeper.root.logger=WARN,CONSOLE \
        org.apache.zookeeper.server.quorum.QuorumPeerMain "/run/zk/$2.cfg" >"/run/zk/$2.log" 2>&1 &
    echo $! >"/run/zk/$2.pid"
    disown
}
kill_zk() {
    kill -9 "$(cat "/run/zk/$1.pid")"
}
# role 命名空间 编号：leader、follower、不服务，或没有应答时空。
role() {
    ip netns exec "$1" timeout 2 bash -c "exec 3<>/dev/tcp/127.0.0.1/$((2180 + $2)) && printf srvr >&3 && cat <&3" 2>/dev/null |
        sed -n 's/^Mode: //p; s/^This ZooKeeper.*not currently serving.*/不服务/p'
}
export -f role
