"""收一条连接，先关。第二个参数写 `reuse`，就在 bind() 前设 SO_REUSEADDR。"""

import socket
import sys

listener = socket.socket()
if sys.argv[2:] == ["reuse"]:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("10.9.0.1", int(sys.argv[1])))
listener.listen()
connection, _ = listener.accept()
connection.close()
