# 不经 on 和 setup：它们各有自己的挂载
mkdir -p /srv/small && mount -t tmpfs -o size=4m,nr_inodes=64 tmpfs /srv/small || exit 1
setup local 'ip link set lo up; ip link add eth0 type veth peer name wire; ip link set wire up; ip link set eth0 up
mkdir -p /run/textfile
cp healthy.yml one.yml; cp healthy.yml two.yml; cp pair.yml pair-a.yml; cp pair.yml pair-b.yml'
reload() {
    setup local "kill -HUP $1"
}
member() {
    background local "prometheus-alertmanager --config.file=$1 --storage.path=/run/$1 --web.listen-address=127.0.0.1:$2 --cluster.listen-address=127.0.0.1:$3 --cluster.advertise-address=127.0.0.1:$3 --cluster.peer-timeout=1s --cluster.gossip-interval=200ms --cluster.pushpull-interval=2s ${4:-}"
}

note '等待改短：for 都是 5 秒，窗口都是 20 秒；别的照原样'
on local 'python3 shorten.py 20s prometheus.rules.yml alertmanager.rules.yml node.rules.yml'
background local 'python3 server.py'
background local 'python3 hook.py'
member pair-a.yml 9194 9294
a=$pid
wait_port local 9194
member pair-b.yml 9195 9295 '--cluster.peer=127.0.0.1:9294'
b=$pid
background local 'prometheus-alertmanager --config.file=alertmanager.yml --storage.path=/run/am --web.listen-address=127.0.0.1:9093 --cluster.listen-address='
background local 'prometheus --config.file=one.yml --storage.tsdb.path=/run/one --web.listen-address=127.0.0.1:9091 --query.max-concurrency=2'
one=$pid
background local 'prometheus --config.file=two.yml --storage.tsdb.path=/run/two --web.listen-address=127.0.0.1:9092 --rules.alert.resend-delay=1s'
two=$pid
background local 'prometheus-node-exporter --web.listen-address=127.0.0.1:9100 --collector.disable-defaults --collector.netclass --collector.filesystem --collector.filesystem.fs-types-exclude="^(ext.|xfs|btrfs|overlay|proc|sysfs|devpts|mqueue|cgroup.*)$" --collector.textfile --collector.textfile.directory=/run/textfile'
background local 'prometheus --config.file=watcher.yml --storage.tsdb.path=/run/watcher --web.listen-address=127.0.0.1:9090'
query='ip netns exec local promtool query instant http://127.0.0.1:9090'
wait_for "$query 'count(count_over_time(up[1m]) >= 8)' | grep -q '=> 5 '" 60
on local "promtool query instant http://127.0.0.1:9090 'sum by (job) (up)' | sed 's/ @.*//' | sort"
expect '五个目标都抓得到' [ "$output" = $'{job="alertmanager"} => 2\n{job="node"} => 1\n{job="prometheus"} => 2' ]
on local "promtool query instant http://127.0.0.1:9090 'ALERTS{alertstate=\"firing\"}' | sed 's/ @.*//'"
expect '没有故障，一条也不响' [ -z "$output" ]

note '第一批：目标、规则、远端、发告警，盘满、半个 .prom、通断的网卡'
setup local 'touch first.time; mkdir /run/one/01HZZZZZZZZZZZZZZZZZZZZZZZ
printf "%s" "{\"ulid\": \"01HZZZZZZZZZZZZZZZZZZZZZZZ\", \"minTime\": 1, \"maxTime\": 2, \"version\": 1, \"compaction\": {\"level\": 1, \"sources\": [\"01HZZZZZZZZZZZZZZZZZZZZZZZ\"]}}" >/run/one/01HZZZZZZZZZZZZZZZZZZZZZZZ/meta.json
cp targets.yml one.yml; cp send.yml two.yml; cp dead.yml pair-a.yml; sed "s/2s}/3s}/" dead.yml >pair-b.yml'
reload "$one"
reload "$two"
reload "$a"
reload "$b"
for n in 1 2 3; do
    background local 'while [ ! -e mended.time ]; do curl -s -m 9 "http://127.0.0.1:9091/api/v1/query?query=x" >/dev/null; done'
done
background local 'while [ ! -e mended.time ]; do ip link set eth0 down; sleep 3; ip link set eth0 up; sleep 3; done'
setup local 'echo "half 1" >/run/textfile/half.prom; printf "half{" >>/run/textfile/half.prom
dd if=/dev/zero of=/srv/small/full bs=1k count=4000 2>/dev/null; for n in $(seq 70); do touch /srv/small/$n 2>/dev/null; done; true'
on local 'python3 watch.py firing first.time <first.txt'
expect '第一批全都触发了' [ "$status" = 0 ]

note '修好第一批'
setup local 'touch mended.time; cp healthy.yml one.yml; cp healthy.yml two.yml; cp pair.yml pair-a.yml; cp pair.yml pair-b.yml
rm -r /run/one/01HZZZZZZZZZZZZZZZZZZZZZZZ /run/textfile/half.prom /srv/small/*'
reload "$one"
reload "$two"
reload "$a"
reload "$b"
# 按走势算的，走势一平就自己恢复，不等人修
on local 'grep -v "FillingUp\|RunningFull" first.txt | sed "s/ .*/ 120/" | python3 watch.py resolved mended.time'
expect '第一批修好以后，都恢复了' [ "$status" = 0 ]

note '第二批：坏的配置，两个收告警的都没有人听，停掉一个 Alertmanager'
setup local 'touch second.time; echo wrong >>one.yml; echo wrong >>pair-b.yml; cp any.yml two.yml'
reload "$one"
reload "$two"
reload "$b"
stop "$a"
on local 'python3 watch.py firing second.time <second.txt'
expect '第二批全都触发了' [ "$status" = 0 ]

note '修好第二批'
setup local 'touch mended.time; cp healthy.yml one.yml; cp healthy.yml two.yml; cp pair.yml pair-b.yml'
reload "$one"
reload "$two"
reload "$b"
member pair-a.yml 9194 9294 --cluster.peer=127.0.0.1:9295
a=$pid
on local 'sed "s/ .*/ 120/" second.txt | python3 watch.py resolved mended.time'
expect '第二批修好以后，都恢复了' [ "$status" = 0 ]

note '第三批：目标全没了；一个 Alertmanager 没有加入原来的一组'
setup local 'touch third.time; cp nothing.yml two.yml'
reload "$two"
stop "$a"
member pair-a.yml 9194 9394
a=$pid
on local 'python3 watch.py firing third.time <third.txt'
expect '第三批全都触发了' [ "$status" = 0 ]

note '修好第三批'
setup local 'touch mended.time; cp healthy.yml two.yml'
reload "$two"
stop "$a"
member pair-a.yml 9194 9294 --cluster.peer=127.0.0.1:9295
on local 'sed "s/ .*/ 120/" third.txt | python3 watch.py resolved mended.time'
expect '第三批修好以后，都恢复了' [ "$status" = 0 ]
