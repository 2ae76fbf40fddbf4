"""Accept connections and keep them."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
kept = []
while True:
    kept.append(listener.accept()[0])
