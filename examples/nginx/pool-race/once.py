"""每条连接只答一次的后端，监听 9001：答完不关，等第二个请求到了才断开，像空闲超时恰好此刻到了。"""

import socket
import threading


def serve(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n")
    connection.recv(65536)
    connection.close()


with socket.create_server(("127.0.0.1", 9001)) as listener:
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
