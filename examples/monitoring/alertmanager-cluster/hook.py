"""收通知的一端：每收到一份，在文件 received 里加一行告警的名字。"""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer


class Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with open("received", "a", encoding="utf-8") as received:
            received.write(body["commonLabels"]["alertname"] + "\n")
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


HTTPServer(("127.0.0.1", 8000), Hook).serve_forever()
