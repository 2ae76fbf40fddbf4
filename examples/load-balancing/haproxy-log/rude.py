"""一个后端，监听 9001：/slow 和 /full 过两秒才答，/close 不答就断开，/cut 回 1000 字节里的 5 个就断开，其余回 ok。"""

import socket
import threading
import time


def serve(connection: socket.socket) -> None:
    path = connection.recv(65536).split()[1]
    if path in (b"/slow", b"/full"):
        time.sleep(2)
    length = 1000 if path == b"/cut" else 3
    if path != b"/close":
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\nok\n" % length)
    connection.close()


with socket.create_server(("127.0.0.1", 9001)) as listener:
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
