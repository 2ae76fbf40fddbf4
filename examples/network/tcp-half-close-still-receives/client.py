"""Send a request, say "that was all" with shutdown(), and go on reading."""

import socket

connection = socket.create_connection(("10.9.0.1", 8000))
connection.sendall(b"request")
connection.shutdown(socket.SHUT_WR)  # our FIN: nothing more will come from here
print("client read:", connection.recv(4096).decode(), flush=True)
print("client read:", connection.recv(4096), flush=True)  # b"" when the server's FIN comes
try:
    connection.sendall(b"more")
except BrokenPipeError as error:
    print("client send:", error, flush=True)
