"""收到告警就录三秒网络包，存进 captures/。已经在录就不再录，一份最大 10 MB，最多留五份。"""

import json
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

FOLDER = Path("captures")
SECONDS, MEGABYTES, KEPT = 3, 10, 5
busy = threading.Lock()


def record(alert: str) -> None:
    with busy:
        for old in sorted(FOLDER.glob("*.pcap"))[: -(KEPT - 1)]:
            old.unlink()
        name = FOLDER / f"{time.time():.0f}-{alert}.pcap"
        limits = ["-C", str(MEGABYTES), "-W", "1"]
        subprocess.run(
            ["timeout", str(SECONDS), "tcpdump", "-Z", "root", "-ni", "lo", *limits, "-w", name], check=False
        )


class Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if body["status"] == "firing" and not busy.locked():
            threading.Thread(target=record, args=(body["commonLabels"]["alertname"],)).start()
        self.send_response(200)
        self.end_headers()


FOLDER.mkdir(mode=0o700)
HTTPServer(("127.0.0.1", 8000), Hook).serve_forever()
