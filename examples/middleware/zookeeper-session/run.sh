# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
configure 1 127.0.0.1
sed -i 's/4lw.*/4lw.commands.whitelist=srvr,dump/' /run/zk/1.cfg
start_zk local 1
wait_for '[[ "$(role local 1)" =~ standalone|leader ]]' 60
dump() { ip netns exec local bash -c 'exec 3<>/dev/tcp/127.0.0.1/2181; printf dump >&3; cat <&3' 2>/dev/null; }
export -f dump
client() { # 编号：一个开着的客户端，从管道读命令
    mkfifo "commands$1"
    ip netns exec local java -Xmx96m -XX:TieredStopAtLevel=1 \
        -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp /usr/share/java/slf4j-simple.jar:/usr/share/java/zookeeper.jar \
        org.apache.zookeeper.ZooKeeperMain -server 127.0.0.1:2181 -timeout 8000 <"commands$1" >"client$1.log" 2>&1 &
    process=$!
    exec {pipe}>"commands$1"
}
client 1
echo 'create -e /workers-1 x' >&"$pipe"
wait_for 'dump | grep -q /workers-1' 60
note '程序注册了一个临时节点'
on local "exec 3<>/dev/tcp/127.0.0.1/2181; printf dump >&3; grep -A 2 '^Sessions with Ephemerals' <&3"
note '程序停住 2 秒（长 GC、虚拟机暂停）'
kill -STOP "$process"
sleep 2
kill -CONT "$process"
echo 'stat /workers-1' >&"$pipe"
wait_for 'grep -q ephemeralOwner client1.log' 30
expect '节点还在' contains "$(dump)" /workers-1
note '停得比会话超时（8 秒）久'
kill -STOP "$process"
wait_for '! dump | grep -q /workers-1' 60
expect '服务器删掉了它的临时节点' lacks "$(dump)" /workers-1
kill -CONT "$process"
wait_for 'grep -q state:Expired client1.log' 60
on local "grep -o 'state:[A-Za-z]*' client1.log"
expect '连上过，断开，重连时服务器说会话过期' contains "$output" state:Expired
note '同一个客户端再注册：会话没了，它不再连'
echo 'create -e /workers-1 x' >&"$pipe"
wait_for 'grep -q "^Not connected" client1.log' 60
on local "grep '^Not connected' client1.log"
expect '网络通了也没有用' [ "$output" = 'Not connected' ]
expect '服务器上没有它' lacks "$(dump)" /workers-1
note '修：建新的会话（重启程序，或代码里收到 Expired 就重建），重新注册'
stop "$process"
client 2
echo 'create -e /workers-1 x' >&"$pipe"
wait_for 'dump | grep -q /workers-1' 60
on local "exec 3<>/dev/tcp/127.0.0.1/2181; printf dump >&3; grep -A 2 '^Sessions with Ephemerals' <&3"
expect '又有了' contains "$output" /workers-1
stop "$process"
kill_zk 1
