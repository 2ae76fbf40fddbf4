"""一个什么镜像也没有的仓库：每次来要清单，记下是第几秒，回答 404。"""

import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

log = Path(sys.argv[1])


class Registry(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        if "/manifests/" in self.path and self.command == "HEAD":
            with log.open("a") as file:
                print(f"{time.monotonic():.1f}", file=file)
        self.send_response(200 if self.path == "/v2/" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *arguments: object) -> None:
        pass


HTTPServer(("127.0.0.1", 5000), Registry).serve_forever()
