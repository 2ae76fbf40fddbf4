"""Accept one connection; close it when Enter is pressed."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
listener.close()
input()
connection.close()  # our FIN
input()
