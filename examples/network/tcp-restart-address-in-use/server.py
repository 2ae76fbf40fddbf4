"""Accept one connection and close first. With a second argument `reuse`, set SO_REUSEADDR before bind()."""

import socket
import sys

listener = socket.socket()
if sys.argv[2:] == ["reuse"]:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("10.9.0.1", int(sys.argv[1])))
listener.listen()
connection, _ = listener.accept()
connection.close()
