"""打印抓包文件里每个 ARP 帧的字段。"""

import sys

from scapy.all import ARP, rdpcap

KINDS = {1: "Request", 2: "Reply"}

for frame in rdpcap(sys.argv[1]):
    arp = frame[ARP]
    print(f"以太网头  {frame.src} -> {frame.dst}  类型 0x{frame.type:04x}")
    print(f"  操作    {arp.op} ({KINDS[arp.op]})")
    print(f"  发送方  {arp.psrc}  {arp.hwsrc}")
    print(f"  目标    {arp.pdst}  {arp.hwdst}")
