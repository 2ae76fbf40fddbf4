"""Send one ACK out of nowhere to port 80 and tell what comes back."""

import sys

from scapy.all import IP, TCP, conf, sr1

conf.verb = 0
answer = sr1(IP(dst="10.9.0.1") / TCP(sport=int(sys.argv[1]), dport=80, flags="A", seq=1000, ack=5), timeout=4)
print(f"TCP 标志 {answer[TCP].flags}" if answer else "没有回应")
