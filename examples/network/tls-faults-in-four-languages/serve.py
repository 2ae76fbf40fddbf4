"""443 起每个端口一张证书，回答总是 ok；80 是明文。"""

import http.server
import ssl
import threading


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"ok\n")

    def log_message(self, *_: object) -> None:
        pass


for port, name in enumerate(("good", "expired", "other", "bare"), start=443):
    server = http.server.ThreadingHTTPServer(("10.9.0.1", port), Answer)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{name}.crt", f"{name}.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever).start()
http.server.ThreadingHTTPServer(("10.9.0.1", 80), Answer).serve_forever()
