"""在 448 端口上，像 RFC 5746（2010）以前的服务器那样回答：ServerHello 没有任何扩展。"""

import os
import socket

# TLS 1.2、随机数、没有会话、TLS_RSA_WITH_AES_128_CBC_SHA、不压缩
body = b"\x03\x03" + os.urandom(32) + b"\x00" + b"\x00\x2f" + b"\x00"
message = b"\x02" + len(body).to_bytes(3) + body
listener = socket.create_server(("10.9.0.1", 448))
while True:
    connection, _ = listener.accept()
    connection.recv(4096)
    connection.sendall(b"\x16\x03\x03" + len(message).to_bytes(2) + message)
    connection.recv(4096)
    connection.close()
