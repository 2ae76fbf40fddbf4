"""一个 WebSocket 后端，听 127.0.0.1:9001。

/quiet 握手以后不说话，收到的一律不理；/ping 每 0.3 秒发一个 ping。收不到升级的头就回 400，正文写它收到了什么。
"""

import base64
import hashlib
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        upgrade = self.headers.get("Upgrade", "没有")
        connection = self.headers.get("Connection", "没有")
        if self.request_version != "HTTP/1.1" or upgrade != "websocket" or "upgrade" not in connection.lower():
            body = f"{self.request_version} Upgrade: {upgrade} Connection: {connection}\n".encode()
            self.send_response(400)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        digest = hashlib.sha1((self.headers["Sec-WebSocket-Key"] + GUID).encode()).digest()
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(digest).decode())
        self.end_headers()
        try:
            if self.path.startswith("/ping"):
                while True:
                    self.connection.sendall(b"\x89\x00")
                    time.sleep(0.3)
            while self.connection.recv(4096):
                pass
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, *arguments: object) -> None:
        pass


ThreadingHTTPServer(("127.0.0.1", 9001), Handler).serve_forever()
