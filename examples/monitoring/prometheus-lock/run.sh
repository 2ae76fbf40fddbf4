# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
run='exec prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/prometheus --storage.tsdb.use-lockfile --web.listen-address=127.0.0.1'
ready() { wait_for "ip netns exec local curl -sf http://127.0.0.1:$1/-/ready" 40; }
background local "$run:9090"
first=$pid
ready 9090
note '同一个目录再起一份，端口不同'
on local "( $run:9190 ) 2>&1 | grep -oE 'opening storage failed: .*' | tr -d '\"' | tail -n 1"
expect '起不来' contains "$output" 'lock DB directory: resource temporarily unavailable'
on local 'bash look.sh | wc -l'
expect '看得到有一个在用' [ "$output" = 1 ]
note '流传的办法：删掉 lock 文件'
setup local 'rm /run/prometheus/lock'
background local "$run:9190"
second=$pid
ready 9190
on local 'bash look.sh | wc -l'
expect '两个都起来了，写同一个目录' [ "$output" = 2 ]
stop "$second"
note '停掉多余的，再起'
stop "$first"
background local "$run:9190"
ready 9190
on local 'bash look.sh | wc -l'
expect '好了，只有一个' [ "$output" = 1 ]
note 'Debian 的包默认不加锁：不写 --storage.tsdb.use-lockfile，第二个直接起来'
stop "$pid"
free=${run/ --storage.tsdb.use-lockfile/}
background local "$free:9090"
first=$pid
ready 9090
background local "$free:9190"
ready 9190
on local 'bash look.sh | wc -l'
expect '没有报错，两个写同一个目录' [ "$output" = 2 ]
stop "$pid"
stop "$first"
