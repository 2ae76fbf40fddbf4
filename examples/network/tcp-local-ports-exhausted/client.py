"""向给定的目标（地址:端口 …）各连一条，不关；说出每次的结果。"""

import errno
import signal
import socket
import sys

kept = []
for target in sys.argv[1:]:
    address, _, port = target.partition(":")
    try:
        connection = socket.create_connection((address, int(port)))
    except OSError as error:
        print(target, errno.errorcode[error.errno or 0])
    else:
        print(target, "from local port", connection.getsockname()[1])
        kept.append(connection)
sys.stdout.flush()
signal.pause()
