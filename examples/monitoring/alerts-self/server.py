"""各种不好的对端：/twice 同一时刻两个值，/old 时刻倒退，/wide 样本多，/labels 标签多，/flood 序列多，/refuse 答 400，/hang 慢 3 秒。"""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def metrics(path: str) -> str:
    now = int(time.time() * 1000)
    many = 500 if path == "/flood" else 20
    return {
        "/twice": f"x 1 {now}\nx 2 {now}\n",
        "/old": f"x 1 {now}\nx 2 {now - 60000}\n",
        "/labels": 'x{a="1", b="2", c="3"} 1\n',
    }.get(path, "".join(f'x{{n="{n}"}} 1\n' for n in range(many)))


class Peer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer(200, metrics(self.path).encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/hang"):
            time.sleep(3)
        self.answer(400 if self.path == "/refuse" else 200, b"")

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


ThreadingHTTPServer(("127.0.0.1", 8000), Peer).serve_forever()
