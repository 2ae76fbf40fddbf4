# 20 Mbit/s 的链路：客户端多发的排队等。
tc qdisc add dev eth0 root tbf rate 20mbit burst 32kb latency 100ms
