"""连上 8080，发一段文字，打印多久以后被对方关闭。用法: idle.py 文字"""

import socket
import sys
import time

with socket.create_connection(("127.0.0.1", 8080)) as connection:
    connection.sendall(sys.argv[1].encode().decode("unicode_escape").encode())
    while True:
        start = time.monotonic()
        if not connection.recv(4096):
            print(f"约 {round(time.monotonic() - start)} 秒后被关闭")
            break
