"""Answers every UDP datagram on port 53 with its own content."""

import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("10.9.0.1", 53))
    while True:
        data, client = server.recvfrom(512)
        server.sendto(data, client)
