"""Read a ClientHello on port 449 and close, as a balancer without a healthy backend does."""

import socket

listener = socket.create_server(("10.9.0.1", 449))
while True:
    connection, _ = listener.accept()
    connection.recv(4096)
    connection.close()
