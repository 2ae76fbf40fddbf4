"""回答每条连接，忘了关。"""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
forgotten = []
while True:
    connection, _ = listener.accept()
    connection.sendall(b"hello")
    forgotten.append(connection)  # 错在这里：没有人 close()
