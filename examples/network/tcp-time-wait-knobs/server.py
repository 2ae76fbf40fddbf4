"""Accept connections and close each one when the client has closed."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
while True:
    connection, _ = listener.accept()
    connection.recv(1)
    connection.close()
