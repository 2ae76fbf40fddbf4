"""一个会出错的服务：每次被抓取，请求数加 10，其中 2 个是 500。"""

from http.server import BaseHTTPRequestHandler, HTTPServer


class Metrics(BaseHTTPRequestHandler):
    scrapes = 0

    def do_GET(self) -> None:
        Metrics.scrapes += 1
        body = (
            "# TYPE http_requests_total counter\n"
            f'http_requests_total{{code="200"}} {Metrics.scrapes * 8}\n'
            f'http_requests_total{{code="500"}} {Metrics.scrapes * 2}\n'
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


HTTPServer(("127.0.0.1", 8000), Metrics).serve_forever()
