"""收一条连接；按回车就关。"""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
listener.close()
input()
connection.close()  # 我方的 FIN
input()
