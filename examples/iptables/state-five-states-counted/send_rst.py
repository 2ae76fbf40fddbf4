"""Send a TCP reset that belongs to no connection."""

from scapy.all import IP, TCP, conf, send

conf.verb = 0
send(IP(dst="10.9.0.1") / TCP(sport=5000, dport=80, flags="R", seq=1000))
