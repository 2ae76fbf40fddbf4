"""Connect; close when Enter is pressed."""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
input()
connection.close()  # our FIN
input()
