"""依次从给定的本地端口连接；第一条被重置时说一声。"""

import errno
import signal
import socket
import sys

connections = []
for port in sys.argv[2:]:
    connection = socket.socket()
    connection.bind(("10.9.0.2", int(port)))
    connection.connect(("10.9.0.1", int(sys.argv[1])))
    connections.append(connection)
try:
    connections[0].recv(1)
except OSError as error:
    print("client read:", errno.errorcode[error.errno or 0], flush=True)
signal.pause()
