"""1001 到 1007 端口，TCP 连一次，UDP 发一个报文，打印得到的错误号。"""

import socket

for port in range(1001, 1008):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(type=kind) as client:
            try:
                client.settimeout(3)
                client.connect(("10.9.0.1", port))
                client.send(b"x")
                client.recv(1)
            except OSError as error:
                print(port, kind.name, error)
