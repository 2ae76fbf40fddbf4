setup local 'ip link set lo up; ip addr add 192.168.1.200/32 dev lo; mkdir metrics'
on local 'sh vip.sh 192.168.1.200 metrics; sh vip.sh 192.168.1.200 metrics; cat metrics/vip.prom'
expect '拿着是 1' contains "$output" '} 1'
background local 'exec prometheus-node-exporter --web.listen-address=127.0.0.1:9100 --collector.textfile.directory=metrics'
exporter=$pid
wait_port local 9100
on local 'curl -s http://127.0.0.1:9100/metrics | grep "^vip_held"'
expect 'node_exporter 把它带了出去' contains "$output" 'vip_held{vip="192.168.1.200"} 1'
on local 'ip addr del 192.168.1.200/32 dev lo; sh vip.sh 192.168.1.200 metrics; curl -s http://127.0.0.1:9100/metrics | grep "^vip_held"'
expect '不拿着是 0' contains "$output" '} 0'
stop "$exporter"
on local 'promtool check rules vip.rules.yml | grep SUCCESS'
expect '规则的写法没有错' contains "$output" SUCCESS
on local 'promtool test rules vip.test.yml | grep -v "^Unit Testing"'
expect '两台都拿着、谁也没拿，都会触发' contains "$output" SUCCESS
