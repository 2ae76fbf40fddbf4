"""check.py 端口：以 www.example.test 为名连接，用 Python 默认的核对，说出结果。"""

import socket
import ssl
import sys

port = int(sys.argv[1])
context = ssl.create_default_context(cafile=f"{port}.crt")
try:
    with socket.create_connection(("10.9.0.1", port)) as raw:
        context.wrap_socket(raw, server_hostname="www.example.test").close()
    print("通过")
except ssl.SSLCertVerificationError as error:
    print(error.verify_message)
