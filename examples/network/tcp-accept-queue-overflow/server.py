"""按给定的 backlog 监听。按回车以前不 accept，之后来一个收一个。"""

import socket
import sys

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("10.9.0.1", 8000))
listener.listen(int(sys.argv[1]))
input()
connections = []
while True:
    connections.append(listener.accept()[0])
