"""Print the fields of every ARP frame in a capture file."""

import sys

from scapy.all import ARP, rdpcap

KINDS = {1: "Request", 2: "Reply"}

for frame in rdpcap(sys.argv[1]):
    arp = frame[ARP]
    print(f"以太网头  {frame.src} -> {frame.dst}  类型 0x{frame.type:04x}")
    print(f"  操作    {arp.op} ({KINDS[arp.op]})")
    print(f"  发送方  {arp.psrc}  {arp.hwsrc}")
    print(f"  目标    {arp.pdst}  {arp.hwdst}")
