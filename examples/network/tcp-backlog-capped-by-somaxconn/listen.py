"""Listen on a port of the loopback address with the given backlog."""

import signal
import socket
import sys

listener = socket.socket()
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen(int(sys.argv[2]))
signal.pause()
