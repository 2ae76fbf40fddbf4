"""Connect, and close after the server has closed."""

import socket
import sys

connection = socket.create_connection(("10.9.0.1", int(sys.argv[1])))
connection.recv(1)  # b"" when the server's FIN arrives
connection.close()
