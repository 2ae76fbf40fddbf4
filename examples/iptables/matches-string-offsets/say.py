"""Answers every connection on a port with the given pieces, each in a TCP segment of its own, and closes it."""

import socket
import sys
import time

port, pieces = int(sys.argv[1]), sys.argv[2:]
server = socket.create_server(("", port))
while True:
    connection, _ = server.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for number, piece in enumerate(pieces):
        if number:
            time.sleep(0.2)
        connection.sendall(piece.encode())
    connection.close()
