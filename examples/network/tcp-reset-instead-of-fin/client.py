"""发一个请求。`linger`：以 SO_LINGER 0 关。`leave`：马上关。否则等回答。"""

import errno
import socket
import struct
import sys
import time

connection = socket.create_connection(("10.9.0.1", 8000))
connection.sendall(b"request")
if sys.argv[1:] == ["linger"]:
    time.sleep(0.3)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()  # 丢掉这条连接：RST
elif sys.argv[1:] == ["leave"]:
    connection.close()  # FIN
else:
    try:
        print("client read:", connection.recv(4096))
    except OSError as error:
        print("client read:", errno.errorcode[error.errno or 0])
