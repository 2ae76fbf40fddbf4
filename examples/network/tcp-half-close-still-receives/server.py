"""读到客户端发完，回答，再关。每一步等一个回车。"""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
listener.close()
request = b"".join(iter(lambda: connection.recv(4096), b""))  # b"" 就是客户端的 FIN 到了
print("server read:", request.decode(), "+ end of file", flush=True)
input()
connection.sendall(b"answer after your FIN")
input()
connection.close()
input()
