# A link of 20 Mbit/s: what the client sends beyond that waits.
tc qdisc add dev eth0 root tbf rate 20mbit burst 32kb latency 100ms
