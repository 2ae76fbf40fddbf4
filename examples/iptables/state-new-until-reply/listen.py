"""收 UDP 514 的报文，不出声，收到 `answer` 才回。"""

import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("10.9.0.1", 514))
while True:
    data, peer = sock.recvfrom(100)
    print(data.decode(), flush=True)
    if data == b"answer":
        sock.sendto(b"ok", peer)
