"""Sends one UDP datagram to port 53 from a fixed port and prints the answer."""

import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
    client.bind(("10.9.0.2", 5353))
    client.settimeout(3)
    client.sendto(b"hello", ("10.9.0.1", 53))
    print(client.recv(512).decode())
