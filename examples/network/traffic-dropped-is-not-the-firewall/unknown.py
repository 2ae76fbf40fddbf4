"""Send five frames of a protocol that nobody has registered (0x88b5: for local experiments)."""

from scapy.all import Ether, sendp

sendp([Ether(dst="02:00:00:00:00:01", type=0x88B5) / (b"x" * 46)] * 5, iface="eth0", verbose=False)
