"""只监听，从不 accept()：内核照样握手。"""

import signal
import socket

listener = socket.create_server(("10.9.0.1", 8000))
signal.pause()
