"""Accept one connection; read what comes. `unread`: close without reading. `late`: send after the client is gone."""

import errno
import socket
import sys
import time

listener = socket.create_server(("10.9.0.1", 8000))
connection, _ = listener.accept()
try:
    if sys.argv[1:] == ["unread"]:
        time.sleep(0.5)  # the client's bytes are in our receive queue by now
        connection.close()
    elif sys.argv[1:] == ["late"]:
        while connection.recv(4096):
            pass
        connection.sendall(b"late answer")  # succeeds: the kernel only queues it
        time.sleep(0.5)  # the RST comes
        connection.sendall(b"more")
    else:
        time.sleep(1)  # the RST is here before we read
        print("server read:", connection.recv(4096))
        print("server read:", connection.recv(4096))
except OSError as error:
    print("server:", errno.errorcode[error.errno or 0])
