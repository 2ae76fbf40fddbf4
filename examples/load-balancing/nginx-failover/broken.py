"""两种坏后端：9003 收到请求就断开，9004 总是 500。用法: broken.py drop|fail 端口"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if sys.argv[1] == "fail":
            self.send_error(500)

    do_POST = do_GET

    def log_message(self, *arguments: object) -> None:
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
