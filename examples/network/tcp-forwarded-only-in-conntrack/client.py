"""经路由器连接，不关。"""

import signal
import socket

connection = socket.create_connection(("10.9.1.2", 8000), source_address=("10.9.0.2", 20001))
signal.pause()
