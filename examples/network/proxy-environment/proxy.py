"""一个 HTTP 代理：只许去 10.9.0.6，别的一律 403。"""

import socket
import threading


def pump(a: socket.socket, b: socket.socket) -> None:
    while data := a.recv(4096):
        b.sendall(data)
    b.shutdown(socket.SHUT_WR)


def handle(client: socket.socket) -> None:
    head = client.recv(4096)
    method, target, _ = head.split(b" ", 2)
    if method != b"CONNECT" or not target.startswith(b"10.9.0.6:"):
        client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        client.close()
        return
    host, port = target.decode().split(":")
    with socket.create_connection((host, int(port))) as server:
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        threading.Thread(target=pump, args=(client, server)).start()
        pump(server, client)


with socket.create_server(("10.9.0.1", 3128)) as listener:
    while True:
        threading.Thread(target=handle, args=(listener.accept()[0],)).start()
