"""80 只跳转；443 回答收到的方法，并设 HSTS。要有 srv.crt 和 srv.key。"""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Redirect(BaseHTTPRequestHandler):
    def answer(self) -> None:
        # /old 答 301，其余答 308
        self.send_response(301 if self.path == "/old" else 308)
        self.send_header("Location", f"https://{self.headers['Host']}{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = answer


class Secure(BaseHTTPRequestHandler):
    def answer(self) -> None:
        body = f"{self.command} {self.path}\n".encode()
        self.send_response(200)
        self.send_header("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer


secure = ThreadingHTTPServer(("0.0.0.0", 443), Secure)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("srv.crt", "srv.key")
secure.socket = context.wrap_socket(secure.socket, server_side=True)
threading.Thread(target=secure.serve_forever).start()
ThreadingHTTPServer(("0.0.0.0", 80), Redirect).serve_forever()
