"""Accept connections one after another; close each one some seconds after its client has closed."""

import socket
import sys
import time

listener = socket.create_server(("10.9.0.1", int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    connection.recv(1)  # returns b"" when the client's FIN arrives
    time.sleep(float(sys.argv[2]))
    connection.close()  # our FIN
