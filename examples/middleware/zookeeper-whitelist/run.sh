# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/middleware/zookeeper-election/zk.sh
. ./zk.sh
ip netns exec local ip link set lo up
configure 1 127.0.0.1
sed -i '/^4lw/d' /run/zk/1.cfg
restart() { # JVM 选项
    [ ! -e /run/zk/1.pid ] || kill_zk 1
    wait_for "! ip netns exec local ss -Hltn 'sport = :2181' | grep -q ." 20
    JAVA_TOOL_OPTIONS=${1-} start_zk local 1
    wait_for '[[ "$(role local 1)" =~ standalone|leader ]]' 60
}
ask() { # 四字命令：问一句
    on local "exec 3<>/dev/tcp/127.0.0.1/2181; printf $1 >&3; cat <&3"
}
note '默认的白名单只有 srvr'
restart
ask ruok
expect '探针得到的不是 imok' contains "$output" 'ruok is not executed because it is not in the whitelist.'
ask mntr
on local "exec 3<>/dev/tcp/127.0.0.1/2181; printf srvr >&3; grep -E 'Mode|Node count' <&3"
expect 'srvr 一直能用' contains "$output" Mode
note '写进 JVM 选项，忘了 zookeeper. 前缀'
restart -D4lw.commands.whitelist=srvr,ruok,mntr
ask ruok
expect '没有用' contains "$output" 'not in the whitelist'
note '写进 zoo.cfg，重启'
on local "echo 4lw.commands.whitelist=srvr,ruok,mntr >>/run/zk/1.cfg"
restart
ask ruok
expect '答了' [ "$output" = imok ]
on local "exec 3<>/dev/tcp/127.0.0.1/2181; printf mntr >&3; grep -E 'server_state|outstanding_requests|znode_count' <&3"
expect '监控要的都有' contains "$output" zk_server_state
ask wchc
expect '没写的仍然不放' contains "$output" 'wchc is not executed'
kill_zk 1
