"""收一条连接，先关。"""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
connection.close()
