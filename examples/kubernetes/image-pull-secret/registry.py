"""一个要登录的镜像仓库：127.0.0.1:5000，用户 shop，密码 s3cret，里面只有 shop/web:1。

registry.py 镜像.tar    镜像是 docker save 的格式
"""

import base64
import hashlib
import http.server
import json
import sys
import tarfile

LOGIN = "Basic " + base64.b64encode(b"shop:s3cret").decode()
DOCKER = "application/vnd.docker."
with tarfile.open(sys.argv[1]) as archive:
    files = {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}
saved = json.loads(files["manifest.json"])[0]
# 自己的编号，不和节点上已有的同一个镜像混在一起
config = json.loads(files[saved["Config"]])
files[saved["Config"]] = json.dumps({**config, "author": "shop"}).encode()


def described(name: str, kind: str) -> dict:
    data = files[name]
    blobs[f"sha256:{hashlib.sha256(data).hexdigest()}"] = data
    return {"mediaType": DOCKER + kind, "size": len(data), "digest": list(blobs)[-1]}


blobs: dict[str, bytes] = {}
MANIFEST = json.dumps(
    {
        "schemaVersion": 2,
        "mediaType": DOCKER + "distribution.manifest.v2+json",
        "config": described(saved["Config"], "container.image.v1+json"),
        "layers": [described(name, "image.rootfs.diff.tar") for name in saved["Layers"]],
    }
).encode()
DIGEST = f"sha256:{hashlib.sha256(MANIFEST).hexdigest()}"


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        reference = self.path.rsplit("/", 1)[-1]
        if self.headers["Authorization"] != LOGIN:
            self.answer(401, b"", {"WWW-Authenticate": 'Basic realm="shop"'})
        elif reference in blobs:
            self.answer(200, blobs[reference], {"Content-Type": "application/octet-stream"})
        elif "/manifests/" in self.path and reference in ("1", DIGEST):
            kind = {"Content-Type": DOCKER + "distribution.manifest.v2+json", "Docker-Content-Digest": DIGEST}
            self.answer(200, MANIFEST, kind)
        else:
            self.answer(404, b'{"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]}', {})

    do_HEAD = do_GET

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """不记日志。"""


http.server.ThreadingHTTPServer(("127.0.0.1", 5000), Registry).serve_forever()
