"""一个中途变坏的后端，监听 9001。路径决定它怎样变坏。

/reset 收完请求就复位；/half 回 1000 字节里的 5 个就断开；/half-reset 同样，但复位；/half-silent 同样，但一声不响。
"""

import socket
import struct
import threading
import time

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nfive\n"


def serve(connection: socket.socket) -> None:
    request = b""
    while b"\r\n\r\n" not in request:
        request += connection.recv(4096)
    path = request.split()[1]
    if path.startswith(b"/half"):
        connection.sendall(HEAD)
        time.sleep(0.2)
    if path == b"/half-silent":
        time.sleep(3)
    if path.endswith(b"reset"):  # 关闭时发 RST，不发 FIN
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


with socket.create_server(("127.0.0.1", 9001)) as listener:
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
