"""每 20 毫秒经 Service 新建一条连接取一次网页，收到 SIGTERM 就打印成功和失败各几次。"""

from __future__ import annotations

import signal
import socket
import sys
import time

running = True


def stop(*_: object) -> None:
    global running
    running = False


signal.signal(signal.SIGTERM, stop)
good = bad = 0
while running:
    try:
        with socket.create_connection((sys.argv[1], 80), timeout=15) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            answer = connection.recv(100)
        good, bad = (good + 1, bad) if b" 200 " in answer else (good, bad + 1)
    except OSError:
        bad += 1
    time.sleep(0.02)
print(good, bad)
