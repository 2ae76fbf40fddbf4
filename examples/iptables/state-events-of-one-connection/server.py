"""Accept one connection on port 90, read it to its end, and close a little later."""

import socket
import time

with socket.create_server(("10.9.0.1", 90)) as listener:
    connection, _ = listener.accept()
    with connection:
        while connection.recv(1000):
            pass
        # Time for the kernel to acknowledge the FIN on its own: that is the CLOSE_WAIT.
        time.sleep(0.5)
