"""一次调用，连接并发送。"""

import socket

connection = socket.socket()
connection.sendto(b"hello", socket.MSG_FASTOPEN, ("10.9.0.1", 8000))
print(connection.recv(100).decode())
