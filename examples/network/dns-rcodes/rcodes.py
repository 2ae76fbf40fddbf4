"""127.0.0.1 的 53 端口上的 DNS：名字的第一段 r5 就答 5 号；r0 答“有这个名字，没有地址”；别的名字没有。"""

import socket
import struct

with socket.socket(type=socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 53))
    while True:
        query, client = server.recvfrom(4096)
        label = query[13 : 13 + query[12]].decode()
        code = int(label[1:]) if label[1:].isdigit() else 3
        # 问题一节：到名字结尾的 0，再加种类和类别。
        end = query.index(b"\0", 12) + 5
        head = query[:2] + struct.pack("!HHHHH", 0x8580 | code, 1, 0, 0, 0)
        server.sendto(head + query[12:end], client)
