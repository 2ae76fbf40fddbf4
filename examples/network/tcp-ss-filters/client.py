"""从固定的本地端口连 8000 三条、8443 两条；最后一条半关闭。"""

import signal
import socket

TARGETS = {20001: 8000, 20002: 8000, 20003: 8000, 20004: 8443, 20005: 8443}
kept = [
    socket.create_connection(("10.9.0.1", port), source_address=("10.9.0.6" if port == 8443 else "10.9.0.2", local))
    for local, port in TARGETS.items()
]
kept[-1].shutdown(socket.SHUT_WR)
signal.pause()
