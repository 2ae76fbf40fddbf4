"""Greet everyone who connects. The queue for half-open connections is as long as the backlog: 8."""

import socket

listener = socket.socket()
listener.bind(("10.9.0.1", 8000))
listener.listen(8)
while True:
    connection, _ = listener.accept()
    connection.sendall(b"hello")
    connection.close()
