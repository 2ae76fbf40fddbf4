"""Claim 192.168.1.2 with two MAC addresses, 0.2 seconds apart; `gratuitous`: unasked, to all. Only in your own lab."""

import sys
import time

from scapy.all import ARP, Ether, conf

socket = conf.L2socket(iface="eth0")  # opened once: sendp() would open one for each frame
for mac, pause in (("02:00:00:00:00:0c", 0.2), ("02:00:00:00:00:0d", 0.0)):
    claim = ARP(op=2, psrc="192.168.1.2", hwsrc=mac, pdst="192.168.1.1", hwdst="02:00:00:00:00:0a")
    if sys.argv[1:] == ["gratuitous"]:
        claim = ARP(op=1, psrc="192.168.1.2", hwsrc=mac, pdst="192.168.1.2")
    socket.send(Ether(src=mac, dst="ff:ff:ff:ff:ff:ff" if claim.op == 1 else "02:00:00:00:00:0a") / claim)
    time.sleep(pause)
