"""按一次回车，发 1000 字节。"""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
while True:
    input()
    connection.sendall(b"x" * 1000)
