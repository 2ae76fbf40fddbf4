"""Accept connections on the given ports and keep them."""

import selectors
import socket
import sys

selector = selectors.DefaultSelector()
for port in sys.argv[1:]:
    selector.register(socket.create_server(("10.9.0.1", int(port))), selectors.EVENT_READ)
kept = []
while True:
    for key, _ in selector.select():
        kept.append(key.fileobj.accept()[0])
