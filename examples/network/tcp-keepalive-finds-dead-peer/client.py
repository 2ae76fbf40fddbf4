"""开两条空闲的连接，第二条带 keepalive；说出它什么时候、怎样结束。"""

import errno
import socket
import time

without = socket.create_connection(("10.9.0.1", 8000))
connection = socket.create_connection(("10.9.0.1", 8000))
connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 2)  # 空闲 2 秒发第一个探测
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)  # 以后每秒一个
connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 2)  # 2 个没有回音就放弃
input()
started = time.monotonic()
try:
    connection.recv(1)
except OSError as error:
    print(errno.errorcode[error.errno or 0], round(time.monotonic() - started), flush=True)
input()
