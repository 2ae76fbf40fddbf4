"""Send 20 SYNs from addresses that do not exist. Works only in the test bench: it speaks on eth0 of this namespace."""

from scapy.all import IP, TCP, Ether, sendp

packets = [
    Ether(src="02:00:00:00:00:02", dst="02:00:00:00:00:01")
    / IP(src=f"10.9.0.{100 + number}", dst="10.9.0.1")
    / TCP(sport=20000 + number, dport=8000, flags="S", seq=number)
    for number in range(20)
]
sendp(packets, iface="eth0", verbose=False)
