"""连一下这个 UNIX 套接字，等它断开。"""

import contextlib
import socket
import sys

with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(ConnectionError):
    client.connect(sys.argv[1])
    client.recv(1)
