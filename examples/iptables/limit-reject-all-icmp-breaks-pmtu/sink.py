"""Reads each connection on port 80 to its end and answers with the number of bytes."""

import socket
import threading


def count(connection: socket.socket) -> None:
    """Read until the client has closed its side, then tell it how many bytes came."""
    total = 0
    while data := connection.recv(65536):
        total += len(data)
    connection.sendall(f"{total}\n".encode())
    connection.close()


server = socket.create_server(("", 80))
while True:
    threading.Thread(target=count, args=(server.accept()[0],), daemon=True).start()
