"""Echo one message per connection; Fast Open allowed."""

import socket

listener = socket.socket()
listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_FASTOPEN, 16)  # this many half-open ones at most
listener.bind(("10.9.0.1", 8000))
listener.listen()
while True:
    connection, _ = listener.accept()
    connection.sendall(connection.recv(100))
    connection.close()
