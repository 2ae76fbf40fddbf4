"""Answer each connection, and forget to close it."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
forgotten = []
while True:
    connection, _ = listener.accept()
    connection.sendall(b"hello")
    forgotten.append(connection)  # the mistake: nobody calls close()
