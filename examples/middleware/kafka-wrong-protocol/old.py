"""像 0.8 的客户端那样发一个 Produce v0：old.py 主机 端口"""

import socket
import struct
import sys

body = struct.pack(">hhih3s", 0, 0, 1, 3, b"old") + struct.pack(">hii", 1, 1000, 0)
connection = socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=10)
connection.sendall(struct.pack(">i", len(body)) + body)
print("收到", len(connection.recv(100)), "字节，然后断开")
