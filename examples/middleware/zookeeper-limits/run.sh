# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
configure 1 127.0.0.1
restart() { # jute.maxbuffer 只在启动时读
    [ ! -e /run/zk/1.pid ] || kill_zk 1
    wait_for "! ip netns exec local ss -Hltn 'sport = :2181' | grep -q ." 10
    JAVA_TOOL_OPTIONS=$1 start_zk local 1
    wait_for '[[ "$(role local 1)" =~ standalone|leader ]]' 40
}
client() { # JVM 选项…：从标准输入读命令，只看结果和断开的原因
    timeout 30 ip netns exec local java "$@" -Xmx128m -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
        -cp /usr/share/java/slf4j-simple.jar:/usr/share/java/zookeeper.jar \
        org.apache.zookeeper.ZooKeeperMain -server 127.0.0.1:2181 2>&1 |
        grep -oE 'Packet len ?[0-9]+ is out of range|Len error [0-9]+|KeeperErrorCode = .* /big|Created .*' | sort -u
}
big() { # 一个 1.1 MB 的值
    printf 'create /big '
    head -c 1100000 /dev/zero | tr '\0' x
    printf '\nstat /\n'
}
restart ''
on local 'exec 3<>/dev/tcp/127.0.0.1/2181; printf stat >&3; cat <&3'
expect '四字命令默认只放行 srvr' contains "$output" 'not in the whitelist'
note '写一个 1.1 MB 的节点'
output=$(big | client)
printf '%s\n' "$output"
expect '客户端只看到连接断了' contains "$output" 'ConnectionLoss for /big'
note '两边都设 jute.maxbuffer=4000000，就写得进去'
restart -Djute.maxbuffer=4000000
output=$(big | client -Djute.maxbuffer=4000000)
printf '%s\n' "$output"
expect '写进去了' contains "$output" 'Created /big'
note '没有设的客户端去读它'
output=$(printf 'get /big\nstat /\n' | client)
printf '%s\n' "$output"
expect '读也断，这次说了长度' contains "$output" 'is out of range'
kill_zk 1
