"""发一个请求，用 shutdown() 说“发完了”，继续读。"""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
connection.sendall(b"request")
connection.shutdown(socket.SHUT_WR)  # 我方的 FIN：这边说完了
print("client read:", connection.recv(4096).decode(), flush=True)
print("client read:", connection.recv(4096), flush=True)  # 对方的 FIN 到了，读到 b""
try:
    connection.sendall(b"more")
except BrokenPipeError as error:
    print("client send:", error, flush=True)
