"""连上以后出的事，一个端口一种：8081 一字不回就关，8082 发 RST，8083 只发一半，8084 收下不回。"""

import socket
import struct
import threading
import time

HALF = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789"


def answer(connection: socket.socket, port: int) -> None:
    connection.recv(4096)
    if port == 8082:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif port == 8083:
        connection.sendall(HALF)
    elif port == 8084:
        time.sleep(60)
    connection.close()


def serve(port: int) -> None:
    with socket.create_server(("10.9.0.1", port)) as server:
        while True:
            answer(server.accept()[0], port)


for each in (8081, 8082, 8083):
    threading.Thread(target=serve, args=(each,)).start()
serve(8084)
