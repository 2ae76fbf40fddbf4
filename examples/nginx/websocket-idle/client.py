"""握手以后等着，打印断开了没有、断开前有没有收到 close 帧。用法: client.py 路径 最多等几秒 [talk]

talk：每 0.3 秒发一个 ping。
"""

import socket
import sys
import time

path, seconds = sys.argv[1], float(sys.argv[2])
request = (
    f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n"
)
with socket.create_connection(("127.0.0.1", 8080)) as connection:
    start = time.monotonic()
    connection.sendall(request.encode())
    print(connection.recv(4096).split(b"\r\n")[0].decode())
    connection.settimeout(0.3)
    close_frame = False
    while time.monotonic() - start < seconds:
        if "talk" in sys.argv:
            connection.sendall(b"\x89\x80\0\0\0\0")
        try:
            data = connection.recv(4096)
        except TimeoutError:
            continue
        if not data:
            print("两秒到了才断开" if time.monotonic() - start > 1.9 else "没到两秒就断开")
            print("有 close 帧" if close_frame else "没有 close 帧：浏览器里是 1006")
            break
        close_frame = close_frame or data[0] == 0x88
    else:
        print(f"{path} {seconds:.0f} 秒以后还连着")
