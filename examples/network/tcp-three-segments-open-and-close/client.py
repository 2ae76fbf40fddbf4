"""Open a connection, and close it without sending anything."""

import socket
import sys
import time

connection = socket.create_connection(("10.9.0.1", int(sys.argv[1])))
time.sleep(0.2)  # let the server get as far as its recv()
connection.close()  # our FIN
