"""逐个接受连接；客户端关闭几秒之后才关闭自己这边。"""

import socket
import sys
import time

listener = socket.create_server(("10.9.0.1", int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    connection.recv(1)  # 客户端的 FIN 到了，返回 b""
    time.sleep(float(sys.argv[2]))
    connection.close()  # our FIN
