# 在命名空间里起 Kafka 4.4：每个控制器、每个 broker 一台主机、一个进程，接在同一个网桥上。
# shellcheck shell=bash disable=SC2034
# kafka_hosts 名字…：每台一个地址 10.9.2.1、10.9.2.2…，名字互相解析得到。
kafka_hosts() {
    local name number=0
    ip netns add hub
    ip -n hub link add br0 type bridge
    ip -n hub link set br0 up
    printf '127.0.0.1 localhost\n' >hosts
    for name in "$@"; do
        number=$((number + 1))
        ip netns add "$name"
        ip netns exec "$name" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
        ip -n "$name" link set lo up
        ip link add eth0 netns "$name" type veth peer name "port$number" netns hub
        ip -n hub link set "port$number" master br0
        ip -n hub link set "port$number" up
        ip -n "$name" addr add "10.9.2.$number/24" dev eth0
        ip -n "$name" link set eth0 up
        printf '10.9.2.%s %s\n' "$number" "$name" >>hosts
    done
    mount --bind hosts /etc/hosts
}

# 发行包的 bin/kafka-*.sh 只是一行 java；Maven 上的包里没有它们，照样写出来。
kafka_tools() {
    local name class
    mkdir -p /run/kafka/bin
    cat >/run/kafka/log4j2.properties <<'END'
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %m (%c)%n
rootLogger.level = ${sys:kafka.log:-WARN}
rootLogger.appenderRef.console.ref = console
END
    while read -r name class; do
        printf '#!/bin/sh\nexec java %s -cp "/opt/kafka/libs/*" %s "$@"\n' "$JAVA" "$class" >"/run/kafka/bin/$name.sh"
    done <<'END'
kafka-storage kafka.tools.StorageTool
kafka-server-start -Dkafka.log=INFO kafka.Kafka
kafka-topics org.apache.kafka.tools.TopicCommand
kafka-configs org.apache.kafka.tools.ConfigCommand
kafka-console-producer org.apache.kafka.tools.ConsoleProducer
kafka-console-consumer org.apache.kafka.tools.consumer.ConsoleConsumer
kafka-console-share-consumer org.apache.kafka.tools.consumer.ConsoleShareConsumer
kafka-consumer-groups org.apache.kafka.tools.consumer.group.ConsumerGroupCommand
kafka-share-groups org.apache.kafka.tools.consumer.group.ShareGroupCommand
kafka-get-offsets org.apache.kafka.tools.GetOffsetShell
kafka-leader-election org.apache.kafka.tools.LeaderElectionCommand
kafka-metadata-quorum org.apache.kafka.tools.MetadataQuorumCommand
END
    chmod +x /run/kafka/bin/*
    PATH=/run/kafka/bin:$PATH
}
JAVA='-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.configurationFile=/run/kafka/log4j2.properties'
# tune 文件…：示例要的小内存和短等待，不影响语义，加在配置文件的末尾。
tune() {
    local file
    for file in "$@"; do
        cat >>"$file" <<'END'
log.cleaner.dedupe.buffer.size=4194304
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
group.initial.rebalance.delay.ms=0
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
log.retention.check.interval.ms=1000
END
    done
}
