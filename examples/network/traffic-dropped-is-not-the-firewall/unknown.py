"""发五个没有人登记的协议的帧（0x88b5 留给本地实验）。"""

from scapy.all import Ether, sendp

sendp([Ether(dst="02:00:00:00:00:01", type=0x88B5) / (b"x" * 46)] * 5, iface="eth0", verbose=False)
