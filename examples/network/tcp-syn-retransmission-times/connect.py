"""向 mallory 发起连接，等它结束（或等回车）。"""

import socket

connection = socket.socket()
connection.setblocking(False)
connection.connect_ex(("192.168.1.3", 8000))
input()
