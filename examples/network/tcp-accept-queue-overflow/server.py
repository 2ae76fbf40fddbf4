"""Listen with the given backlog. Accept nothing until Enter is pressed; then accept all that come."""

import socket
import sys

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("10.9.0.1", 8000))
listener.listen(int(sys.argv[1]))
input()
connections = []
while True:
    connections.append(listener.accept()[0])
