"""一个后端，总是同一句回答。用法: answer.py 端口 回答

回答里的 {client} 换成连接来自的地址，{forwarded} 换成请求头 X-Forwarded-For。
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        forwarded = self.headers.get("X-Forwarded-For", "没有")
        body = f"{sys.argv[2].format(client=self.client_address[0], forwarded=forwarded)}\n".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


ThreadingHTTPServer(("", int(sys.argv[1])), Handler).serve_forever()
