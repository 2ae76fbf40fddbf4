"""按给定的 backlog 在环回地址上监听。"""

import signal
import socket
import sys

listener = socket.socket()
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen(int(sys.argv[2]))
signal.pause()
