"""连上 8080 不动，对方断开时打印从文件 reloaded 出现算起过了多久。"""

import os
import socket
import time

with socket.create_connection(("127.0.0.1", 8080)) as connection:
    connection.recv(1)
seconds = time.time() - os.stat("reloaded").st_mtime
print("三秒左右被断开" if 2 < seconds < 5 else f"{seconds:.0f} 秒后被断开")
