# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
configure 1 127.0.0.1
restart() {
    [ ! -e /run/zk/1.pid ] || kill_zk 1
    wait_for "! ip netns exec local ss -Hltn 'sport = :2181' | grep -q ." 20
    start_zk local 1
    wait_for '[[ "$(role local 1)" =~ standalone|leader ]]' 60
}
shell() { # 从标准输入读命令
    ip netns exec local java -Xmx96m -XX:TieredStopAtLevel=1 -cp /etc/zookeeper/conf_example:/usr/share/java/zookeeper.jar \
        -Dzookeeper.root.logger=ERROR,CONSOLE org.apache.zookeeper.ZooKeeperMain -server 127.0.0.1:2181 2>&1
}
grow() { # 次数：写几笔、重启，每次多一个快照、一个日志
    for _ in $(seq "$1"); do
        written=$((written + 1))
        echo "create /n$written x" | shell | grep -q Created
        restart
    done
}
count() { on local 'ls /run/zk/1/version-2 | grep -oE "^(snapshot|log)" | sort | uniq -c'; }
snapshots() { find /run/zk/1/version-2 -name 'snapshot.*' | wc -l; }
export -f snapshots
written=0
restart
grow 5
note '写过、重启过五次：默认不清'
count
expect '五六个快照都在' [ "$(snapshots)" -ge 5 ]
note '手工清一次，留最新的三个快照和它们要的日志'
purge='java -Xmx96m -cp /usr/share/java/slf4j-simple.jar:/usr/share/java/zookeeper.jar org.apache.zookeeper.server.PurgeTxnLog /run/zk/1 /run/zk/1'
on local "$purge -n 2 2>&1 | grep -o 'count -- .*'"
on local "$purge -n 3 2>&1 | grep -c ^Removing"
count
expect '剩三个快照' [ "$(snapshots)" -eq 3 ]
note '写进 zoo.cfg，启动时清一次，以后每 24 小时清一次'
on local "printf '%s\n' autopurge.snapRetainCount=3 autopurge.purgeInterval=24 >>/run/zk/1.cfg"
grow 3
wait_for '[ "$(snapshots)" -le 4 ]' 20
expect '又写过、重启过三次，最多是留下的三个加新写的一个' between "$(snapshots)" 3 4
output=$(echo 'ls /' | shell | grep -oE '^\[.*n1.*\]')
printf '八个节点都在：%s\n' "$output"
expect '数据没有少' [ "$(grep -oE 'n[0-9]' <<<"$output" | wc -l)" -eq 8 ]
kill_zk 1
