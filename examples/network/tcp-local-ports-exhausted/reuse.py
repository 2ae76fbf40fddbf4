"""向 10.9.0.1:8003 反复连接并先关，数出各种结果。"""

import collections
import errno
import socket
import sys

ended: collections.Counter[str] = collections.Counter()
for _ in range(int(sys.argv[1])):
    try:
        socket.create_connection(("10.9.0.1", 8003)).close()
        ended["ok"] += 1
    except OSError as error:
        ended[errno.errorcode[error.errno or 0]] += 1
print(dict(ended))
