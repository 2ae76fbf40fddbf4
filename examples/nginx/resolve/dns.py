"""一个很小的 DNS 服务器，监听 127.0.0.1:5353：A 记录都答文件 address 里的地址，有效期 1 秒，别的类型答没有。"""

import socket
from pathlib import Path

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("127.0.0.1", 5353))
    while True:
        query, client = server.recvfrom(512)
        end = query.index(0, 12) + 5  # 名字以 0 结尾，后面是类型和类，各两字节
        if query[end - 4 : end - 2] != b"\0\1":
            server.sendto(query[:2] + b"\x81\x80\0\1\0\0\0\0\0\0" + query[12:end], client)
            continue
        address = socket.inet_aton(Path("address").read_text().strip())
        answer = b"\xc0\x0c\0\1\0\1\0\0\0\1\0\4" + address
        server.sendto(query[:2] + b"\x81\x80\0\1\0\1\0\0\0\0" + query[12:end] + answer, client)
