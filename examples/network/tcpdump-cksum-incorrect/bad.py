"""发一个校验和真的错的 SYN，到 80 端口。"""

from scapy.all import IP, TCP, conf, send

conf.verb = 0
send(IP(dst="10.9.0.1") / TCP(sport=20000, dport=80, flags="S", chksum=0x1234))
