"""Three short requests, each closed properly; then one connection that is only shut down for writing."""

import signal
import socket

for _ in range(3):
    with socket.create_connection(("10.9.0.1", 8000)) as connection:
        connection.recv(4096)
half_closed = socket.create_connection(("10.9.0.1", 8000))
half_closed.shutdown(socket.SHUT_WR)
signal.pause()
