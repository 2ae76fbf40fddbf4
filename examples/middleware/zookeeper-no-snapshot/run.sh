# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
for number in 1 2 3; do configure "$number" 127.0.0.1 127.0.0.1 127.0.0.1; done
roles() { for number in 1 2 3; do printf '%s=%s ' "$number" "$(role local "$number")"; done; }
export -f roles
shell() { # 编号 命令：在这一台上执行一条命令，只看结果
    ip netns exec local java -Xmx96m -XX:TieredStopAtLevel=1 -cp /etc/zookeeper/conf_example:/usr/share/java/zookeeper.jar \
        -Dzookeeper.root.logger=ERROR,CONSOLE org.apache.zookeeper.ZooKeeperMain -server "127.0.0.1:$((2180 + $1))" <<<"$2" 2>&1 |
        grep -E '^Created|^\[[a-z]'
}
serve() { # 编号：带日志地启动
    ip netns exec local java -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -cp /usr/share/java/slf4j-simple.jar:/usr/share/java/zookeeper.jar -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
        org.apache.zookeeper.server.quorum.QuorumPeerMain "/run/zk/$1.cfg" >"/run/zk/$1.log" 2>&1 &
    echo $! >"/run/zk/$1.pid"
    disown
}
for number in 1 2 3; do start_zk local "$number"; done
wait_for '[ "$(roles | grep -oE "leader|follower" | sort | uniq -c | xargs)" = "2 follower 1 leader" ]' 60
output=$(shell 1 'create /orders x')
printf '经 1 写一个节点：%s\n' "$output"
expect '写好了' contains "$output" 'Created /orders'
wait_for 'find /run/zk/3/version-2 -name "log.*" | grep -q .' 20
note '3 停着的时候，快照被清理脚本删了，事务日志还在'
kill_zk 3
on local 'rm /run/zk/3/version-2/snapshot.*; ls /run/zk/3/version-2 | cut -d. -f1'
serve 3
wait_for '! kill -0 "$(cat /run/zk/3.pid)"' 60
on local "grep -m 1 -o 'No snapshot found.*' /run/zk/3.log"
expect '3 起不来' contains "$output" 'No snapshot found, but there are log entries. Something is broken!'
expect '另外两台照常服务' [ "$(roles | grep -oE 'leader|follower' | sort | xargs)" = 'follower leader' ]
note '修：清掉这一台的 version-2（留着 myid），启动，从领导者同步'
on local 'mv /run/zk/3/version-2 /run/zk/3/version-2.bad; ls /run/zk/3'
serve 3
wait_for '[ "$(role local 3)" = follower ]' 60
output=$(shell 3 'ls /')
printf '经 3 列根节点：%s\n' "$output"
expect '数据同步回来了' contains "$output" 'orders'

for number in 1 2 3; do kill_zk "$number"; done
