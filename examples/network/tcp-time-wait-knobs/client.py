"""依次建五条连接，都由这边先关。"""

import socket

for _ in range(5):
    socket.create_connection(("10.9.0.1", 8000)).close()
