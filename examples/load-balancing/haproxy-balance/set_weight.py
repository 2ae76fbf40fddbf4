"""经运行时接口改权重，打印回答。用法: set_weight.py 池/服务器 权重"""

import socket
import sys

with socket.socket(socket.AF_UNIX) as control:
    control.connect("/run/haproxy.sock")
    control.sendall(f"set weight {sys.argv[1]} {sys.argv[2]}\n".encode())
    answer = b"".join(iter(lambda: control.recv(4096), b"")).decode().strip()
print(answer or "改好了")
