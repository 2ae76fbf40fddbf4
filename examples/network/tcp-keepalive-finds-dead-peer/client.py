"""Open two idle connections, the second with keepalive, and say when and how the second one ends."""

import errno
import socket
import time

without = socket.create_connection(("10.9.0.1", 8000))
connection = socket.create_connection(("10.9.0.1", 8000))
connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 2)  # first probe after 2 idle seconds
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)  # then one a second
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 2)  # give up after 2 without an answer
input()
started = time.monotonic()
try:
    connection.recv(1)
except OSError as error:
    print(errno.errorcode[error.errno or 0], round(time.monotonic() - started), flush=True)
input()
