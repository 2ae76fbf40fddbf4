"""一个不守规矩的客户端。用法: client.py 路径 leave|stop|half|body|silent [端口]

leave 半秒后断开，stop 不读回答，half 只发半个头，body 只发半个请求体，silent 连上不说话。
"""

import socket
import struct
import sys
import time

path, manner = sys.argv[1:3]
port = int(sys.argv[3]) if len(sys.argv) > 3 else 8080
with socket.socket() as connection:
    # 收得少，对方才会等它读。
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", port))
    request = f"GET {path} HTTP/1.1\r\nHost: a\r\n"
    if manner == "body":
        request = request.replace("GET", "POST") + "Content-Length: 100\r\n\r\nhello"
    elif manner in ("leave", "stop") and path != "/half":
        request += "\r\n"
    if manner != "silent":
        connection.sendall(request.encode())
    if manner == "leave":
        time.sleep(0.5)
        if path == "/big":
            connection.recv(100)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif manner == "stop":
        time.sleep(3)
    else:
        connection.settimeout(9)
        while connection.recv(65536):
            pass
