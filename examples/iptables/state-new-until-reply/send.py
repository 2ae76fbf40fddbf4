"""Send the words of the command line to the server, each in a datagram, all from port 5140."""

import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("10.9.0.2", 5140))
for word in sys.argv[1:]:
    sock.sendto(word.encode(), ("10.9.0.1", 514))
    if word == "answer":
        sock.recv(100)
