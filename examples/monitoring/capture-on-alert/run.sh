# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
setup local 'sed -i "/^SECONDS/s/3/9/" recorder.py' # 机器忙时，三秒里来不及
background local 'exec python3 recorder.py'
background local 'exec python3 -m http.server --bind 127.0.0.1 8080'
background local 'exec prometheus-alertmanager --config.file=alertmanager.yml --storage.path=/run/am --cluster.listen-address= --web.listen-address=127.0.0.1:9093'
wait_port local 8000
wait_port local 8080
wait_for 'ip netns exec local curl -sf http://127.0.0.1:9093/-/ready' 20
on local 'amtool --alertmanager.url=http://127.0.0.1:9093 alert add SlowRequests service=web'
wait_for 'ls captures/*.pcap*' 10
on local 'curl -s -o /dev/null "http://127.0.0.1:8080/?order=[1-4]"'
wait_for '! pgrep -x tcpdump' # 录完
on local 'ls captures | sed "s/^[0-9]*-//"; tcpdump -r captures/*.pcap* -A 2>/dev/null | grep -oE "GET /\?order=[0-9]" | sort -u | wc -l'
expect '触发以后发生的四个请求都录下来了，人不用登录' contains "$output" 4
on local 'amtool --alertmanager.url=http://127.0.0.1:9093 alert add CpuBusy; sleep 3; ls captures | wc -l'
expect '别的告警不录' [ "$output" = 1 ]
