# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
for number in 1 2 3; do configure "$number" 127.0.0.1 127.0.0.1 127.0.0.1; done
roles() { for number in 1 2 3; do printf '%s=%s ' "$number" "$(role local "$number")"; done; }
export -f roles
write() { # 经一台写几个节点，每个都是一个事务
    printf 'create /n%s-1\ncreate /n%s-2\ncreate /n%s-3\n' "$2" "$2" "$2" |
        ip netns exec local java -Xmx96m -XX:TieredStopAtLevel=1 \
            -cp /etc/zookeeper/conf_example:/usr/share/java/zookeeper.jar -Dzookeeper.root.logger=ERROR,CONSOLE \
            org.apache.zookeeper.ZooKeeperMain -server "127.0.0.1:$((2180 + $1))" >write.log 2>&1
}
start_zk local 1
start_zk local 2
wait_for '[[ "$(roles)" == *leader* ]]' 40
note '全新的三台，先起 1 和 2，再起 3'
start_zk local 3
wait_for '[ "$(role local 3)" = follower ]' 40
roles
echo
expect '2 先凑够过半就当选；3 的编号更大，来晚了只能跟随' [ "$(roles)" = '1=follower 2=leader 3=follower ' ]
note '领导者 2 被 kill -9'
kill_zk 2
before=$(date +%s%N)
wait_for '[[ "$(roles)" == *leader* ]]' 40
milliseconds=$((($(date +%s%N) - before) / 1000000))
roles
echo
printf '从 kill -9 到新的领导者应答：%s 毫秒\n' "$milliseconds"
expect '剩下两台选出新的：编号大的 3' [ "$(role local 3)" = leader ]
expect '十秒之内' between "$milliseconds" 1 9999
start_zk local 2
wait_for '[ "$(role local 2)" = follower ]' 40
note '2 回来了'
roles
echo
expect '旧的领导者不抢回来' [ "$(role local 3)" = leader ]
note '3 停了，经 1 写几笔，再让 1、2 都停；只起 3 和 1'
kill_zk 3
wait_for '[[ "$(roles)" == *leader* ]]' 40
write 1 a
kill_zk 1
kill_zk 2
sleep 0.5
expect '1 记下的 epoch 比 3 的大' [ "$(cat /run/zk/1/version-2/currentEpoch)" -gt "$(cat /run/zk/3/version-2/currentEpoch)" ]
start_zk local 3
start_zk local 1
wait_for '[[ "$(roles)" == *leader* ]]' 40
roles
echo
expect '先比 epoch：1 编号小也当选' [ "$(role local 1)" = leader ]
note '再停 3，三台只剩一台'
kill_zk 3
wait_for '[ "$(role local 1)" = 不服务 ]' 40
roles
echo
expect '不过半：拒绝服务' [ "$(role local 1)" = 不服务 ]
on local 'exec 3<>/dev/tcp/127.0.0.1/2181; printf srvr >&3; cat <&3'
expect '应答是这一句' contains "$output" 'This ZooKeeper instance is not currently serving requests'
kill_zk 1
