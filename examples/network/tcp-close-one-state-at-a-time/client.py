"""连接；按回车就关。"""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
input()
connection.close()  # 我方的 FIN
input()
