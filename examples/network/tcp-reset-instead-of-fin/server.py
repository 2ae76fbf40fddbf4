"""收一条连接并读。`unread`：不读就关。`late`：对方走了再发。"""

import errno
import socket
import sys
import time

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
try:
    if sys.argv[1:] == ["unread"]:
        connection.recv(1, socket.MSG_PEEK)  # 等到数据进了接收队列，不取走
        connection.close()
    elif sys.argv[1:] == ["late"]:
        while connection.recv(4096):
            pass
        connection.sendall(b"late answer")  # 成功：内核只是排队
        time.sleep(0.5)  # RST 到了
        connection.sendall(b"more")
    else:
        time.sleep(1)  # 读之前 RST 已经到了
        print("server read:", connection.recv(4096))
        print("server read:", connection.recv(4096))
except OSError as error:
    print("server:", errno.errorcode[error.errno or 0])
