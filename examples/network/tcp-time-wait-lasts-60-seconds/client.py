"""Connect, and close after the server has closed."""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
connection.recv(1)  # b"" when the server's FIN arrives
connection.close()
