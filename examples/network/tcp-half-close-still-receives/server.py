"""Read until the client is done, then answer, then close. Enter starts each step."""

import socket

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
listener.close()
request = b"".join(iter(lambda: connection.recv(4096), b""))  # b"" means: the client's FIN came
print("server read:", request.decode(), "+ end of file", flush=True)
input()
connection.sendall(b"answer after your FIN")
input()
connection.close()
input()
