"""发九个不属于任何连接的 TCP 包，到端口 1001 至 1009。"""

from scapy.all import IP, TCP, conf, send

conf.verb = 0
target = IP(dst="10.9.0.1")
for port, flags in enumerate(["S", "A", "SA", "R", "FA", "SF", "", "FPU"], start=1001):
    send(target / TCP(sport=5000, dport=port, flags=flags, seq=1000, ack=5 if "A" in flags else 0))
send(target / TCP(sport=5000, dport=1009, flags="S", seq=1000, chksum=0x1234))
