"""Connect and keep the connection open, without sending anything."""

import signal
import socket

connection = socket.create_connection(("10.9.0.1", 8000))
signal.pause()
