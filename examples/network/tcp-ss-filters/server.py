"""Accept connections on 8000 and 8443, and keep them."""

import selectors
import socket

selector = selectors.DefaultSelector()
for port in (8443, 8000):
    selector.register(socket.create_server(("10.9.0.1", port)), selectors.EVENT_READ)
kept = []
while True:
    for key, _ in selector.select():
        kept.append(key.fileobj.accept()[0])
