"""Claim 192.168.1.2 with two MAC addresses, 0.2 seconds apart. Only in your own lab."""

import time

from scapy.all import ARP, Ether, conf

socket = conf.L2socket(iface="eth0")  # opened once: sendp() would open one for each frame
for mac, pause in (("02:00:00:00:00:0c", 0.2), ("02:00:00:00:00:0d", 0.0)):
    reply = ARP(op=2, psrc="192.168.1.2", hwsrc=mac, pdst="192.168.1.1", hwdst="02:00:00:00:00:0a")
    socket.send(Ether(src=mac, dst="02:00:00:00:00:0a") / reply)
    time.sleep(pause)
