"""把一段原始的请求发到 8080，不再说话，打印回答的全部。用法: raw.py 文字 [重复的文字 次数]"""

import socket
import sys

text = sys.argv[1].encode().decode("unicode_escape")
if len(sys.argv) > 2:
    text = text.replace("{}", sys.argv[2] * int(sys.argv[3]))
with socket.create_connection(("127.0.0.1", 8080)) as connection:
    connection.sendall(text.encode())
    print(connection.makefile("rb").read().decode())
