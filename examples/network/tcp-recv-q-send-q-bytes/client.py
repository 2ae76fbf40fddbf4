"""Send 1000 bytes each time Enter is pressed."""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
while True:
    input()
    connection.sendall(b"x" * 1000)
