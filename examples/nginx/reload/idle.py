"""请求一次，留着连接不用；对方关掉它时，打印从文件 reloaded 出现算起过了多久。"""

import os
import socket
import time

with socket.create_connection(("127.0.0.1", 8080)) as connection:
    connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    connection.recv(4096)
    open("idle", "w").close()
    while connection.recv(4096):
        pass
seconds = time.time() - os.stat("reloaded").st_mtime
print("重载后一秒之内被关闭" if seconds < 1 else f"重载后 {seconds:.0f} 秒被关闭")
