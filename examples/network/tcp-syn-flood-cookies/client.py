"""Connect and print the greeting, or say that there was no answer within a second and a half."""

import socket

try:
    with socket.create_connection(("10.9.0.1", 8000), timeout=1.5) as connection:
        print(connection.recv(100).decode())
except TimeoutError:
    print("no answer")
