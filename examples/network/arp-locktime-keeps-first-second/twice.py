"""相隔 0.2 秒，用两个 MAC 地址先后声称 192.168.1.2；`gratuitous`：没人问，发给所有人。只在自己的实验环境里用。"""

import sys
import time

from scapy.all import ARP, Ether, conf

socket = conf.L2socket(iface="eth0")  # 只打开一次：sendp() 每发一帧开一个
for mac, pause in (("02:00:00:00:00:0c", 0.2), ("02:00:00:00:00:0d", 0.0)):
    claim = ARP(op=2, psrc="192.168.1.2", hwsrc=mac, pdst="192.168.1.1", hwdst="02:00:00:00:00:0a")
    if sys.argv[1:] == ["gratuitous"]:
        claim = ARP(op=1, psrc="192.168.1.2", hwsrc=mac, pdst="192.168.1.2")
    socket.send(Ether(src=mac, dst="ff:ff:ff:ff:ff:ff" if claim.op == 1 else "02:00:00:00:00:0a") / claim)
    time.sleep(pause)
