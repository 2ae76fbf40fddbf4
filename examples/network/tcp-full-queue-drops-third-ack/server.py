"""Listen with a backlog of 1 on the given port and never accept: two connections fill the queue."""

import signal
import socket
import sys

listener = socket.socket()
listener.bind(("10.9.0.1", int(sys.argv[1])))
listener.listen(1)
signal.pause()
