# Mbit/s that arrived, from the JSON report.
megabits() {
    python3 -c 'import json, sys; print(round(json.load(sys.stdin)["end"]["sum_received"]["bits_per_second"] / 1e6))' <<<"$output"
}
apply client limit.sh
background server 'iperf3 -s'
wait_port server 5201
quiet client 'iperf3 -c 10.9.0.1 -t 3 -J'
expect '客户端发：被限在 20 Mbit/s' between "$(megabits)" 12 21
note '-R：换服务端发'
quiet client 'iperf3 -c 10.9.0.1 -t 1 -R -J'
expect '这个方向没有限速' between "$(megabits)" 60 1000000
