"""Listen, and never call accept(): the kernel shakes hands all the same."""

import signal
import socket

listener = socket.create_server(("10.9.0.1", 8000))
signal.pause()
