"""在运行时接口上说一句，打印回答。用法: tell.py set weight 池/服务器 权重"""

import socket
import sys

with socket.socket(socket.AF_UNIX) as control:
    control.connect("/run/haproxy.sock")
    control.sendall(" ".join(sys.argv[1:]).encode() + b"\n")
    answer = b"".join(iter(lambda: control.recv(4096), b"")).decode().strip()
print(answer or "好了")
