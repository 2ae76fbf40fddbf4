"""Open five connections at once and keep them."""

import signal
import socket

connections = [socket.socket() for _ in range(5)]
for connection in connections:
    connection.setblocking(False)
    connection.connect_ex(("10.9.0.1", 8000))
signal.pause()
