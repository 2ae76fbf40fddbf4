"""试着连接，说出结果和用时（整秒）。"""

import errno
import socket
import sys
import time

started = time.monotonic()
try:
    socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=float(sys.argv[3])).close()
    result = "connected"
except TimeoutError:
    result = "no answer"
except OSError as error:
    result = errno.errorcode[error.errno or 0]
print(result, f"after {int(time.monotonic() - started)} s")
