"""登录接口：回答带一个 10 000 字节的 Cookie。"""

import http.server


class Login(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Set-Cookie", "session=" + "x" * 10_000)
        self.end_headers()
        self.wfile.write(b"ok\n")


http.server.HTTPServer(("127.0.0.1", 9001), Login).serve_forever()
