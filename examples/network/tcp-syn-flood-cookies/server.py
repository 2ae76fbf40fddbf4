"""问候每个连上来的人。半连接队列和 backlog 一样长：8。"""

import socket

listener = socket.socket()
listener.bind(("10.9.0.1", 8000))
listener.listen(8)
while True:
    connection, _ = listener.accept()
    connection.sendall(b"hello")
    connection.close()
