"""resolve.py 名字：像大多数程序那样问系统的解析器，说出结果和秒数。"""

import socket
import sys
import time

began = time.monotonic()
try:
    said = socket.getaddrinfo(sys.argv[1], 80, type=socket.SOCK_STREAM)[0][4][0]
except socket.gaierror as error:
    said = f"{error.args[1]} ({error.args[0]})"
print(f"{said}，{int(time.monotonic() - began)} 秒")
