"""打开一条连接，什么也不发就关闭。"""

import socket
import sys
import time

connection = socket.create_connection(("10.9.0.1", int(sys.argv[1])))
time.sleep(0.2)  # 等服务端走到 recv()
connection.close()  # our FIN
