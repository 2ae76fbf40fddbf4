"""Start a connection to mallory and wait for its end (or for Enter)."""

import socket

connection = socket.socket()
connection.setblocking(False)
connection.connect_ex(("192.168.1.3", 8000))
input()
