"""一个小后端。用法: backend.py 名字 端口。

/slow 等两秒；/fail 返回 500；/drop 收到请求就断开；/big 是 16000 字节的文字；其余回答自己的名字和看到的连接。
"""

import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NAME, PORT = sys.argv[1], int(sys.argv[2])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/drop"):
            self.close_connection = True
            return
        if self.path.startswith("/slow"):
            time.sleep(2)
        status = 500 if self.path.startswith("/fail") else 200
        if self.path.startswith("/big"):
            body = b"operations handbook\n" * 800
        else:
            seen = f"{self.request_version} Connection={self.headers.get('Connection', '-')}"
            body = f"{NAME} {seen} xff={self.headers.get('X-Forwarded-For', '-')}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *arguments: object) -> None:
        with open(f"{NAME}.log", "a", encoding="utf-8") as log:
            log.write(f"{self.client_address[0]} {self.client_address[1]} {self.path}\n")


ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
