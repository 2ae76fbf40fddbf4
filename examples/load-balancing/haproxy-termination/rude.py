"""一个后端，监听 9001，按路径出错；没有收到请求就一直等。"""

import contextlib
import socket
import threading
import time

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n"
ANSWERS = {
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nok\n",
    "/close": b"",
    "/garbage": b"HTTP/1.1 200 OK\r\nNo Colon Here\r\n\r\n",
    "/badchunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nok\n\r\n",
    "/big": b"HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n" + b"x" * 90_000_000,
}


def serve(connection: socket.socket) -> None:
    with connection, contextlib.suppress(OSError):
        path = connection.recv(65536).split()[1].decode()
        if path in ("/silent", "/wait", "/leave-wait", "/full", "/leave-queue"):
            time.sleep(3)
        connection.sendall(ANSWERS.get(path, OK))
        if path == "/badchunk":
            time.sleep(0.3)
            connection.sendall(b"zz\r\n")
            time.sleep(0.3)


with socket.create_server(("127.0.0.1", 9001)) as listener:
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
