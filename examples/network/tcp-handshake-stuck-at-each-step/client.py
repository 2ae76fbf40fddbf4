"""连接，不关，也不发。"""

import signal
import socket

connection = socket.create_connection(("10.9.0.1", 8000))
signal.pause()
