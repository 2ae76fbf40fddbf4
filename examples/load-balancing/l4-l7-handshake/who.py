"""一个后端：回答连接来自哪里，带没带 X-Forwarded-For。用法: who.py 端口"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f"连接来自 {self.client_address[0]}，头里写着 {self.headers.get('X-Forwarded-For', '没有')}\n".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


ThreadingHTTPServer(("", int(sys.argv[1])), Handler).serve_forever()
