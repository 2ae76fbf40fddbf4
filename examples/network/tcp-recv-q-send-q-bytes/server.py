"""收一条连接；按回车以前不读。"""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
listener.close()
input()
while connection.recv(4096):
    pass
