"""Accept one connection and close first."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
connection.close()
