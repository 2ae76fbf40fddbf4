"""Open and close five connections, one after another, closing first."""

import socket

for _ in range(5):
    socket.create_connection(("10.9.0.1", 8000)).close()
