"""Makes the images of the lab's cluster, which has no registry: `images.py FOLDER`; `ctr images import` reads them.

lab/box:1 is busybox; lab/web:1 and lab/web:2 are a web server that answers with its version and its Pod's name.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

BUSYBOX = Path("/usr/bin/busybox")
# PID 1 gets no signal that it does not handle; busybox's httpd handles none.
WEB = """#!/bin/sh
# 先等 START 秒，再在 8080 端口回答：版本和 Pod 的名字。
trap 'exit 0' TERM
mkdir -p /tmp/www
echo "$VERSION $HOSTNAME" >/tmp/www/index.html
sleep "${START:-0}" &
wait $!
httpd -f -p "${PORT:-8080}" -h /tmp/www &
wait $!
"""
Files = dict[str, tuple[bytes, int]]


def box() -> Files:
    """Return the files of the image with busybox: the program and a script's name for each of its parts."""
    applets = subprocess.run([BUSYBOX, "--list"], capture_output=True, text=True, check=True).stdout.split()
    return {
        "bin/busybox": (BUSYBOX.read_bytes(), 0o755),
        **{f"bin/{applet}": (b"", 0o777) for applet in applets if applet != "busybox"},
        "etc/passwd": (b"root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n", 0o644),
        "etc/group": (b"root:x:0:\nnogroup:x:65534:\n", 0o644),
    }


def layer(files: Files) -> bytes:
    """Return a tar archive of the files; an empty one below bin/ is a link to busybox."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for folder, mode in (("bin", 0o755), ("etc", 0o755), ("tmp", 0o1777)):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, mode
            archive.addfile(entry)
        for name, (content, mode) in files.items():
            entry = tarfile.TarInfo(name)
            entry.mode, entry.size = mode, len(content)
            if not content:
                entry.type, entry.linkname = tarfile.SYMTYPE, "busybox"
            archive.addfile(entry, io.BytesIO(content))
    return data.getvalue()


def write(target: Path, name: str, files: Files, entrypoint: list[str], **variables: str) -> None:
    """Write an image of one layer as an archive in the form of `docker save`."""
    content = layer(files)
    digest = hashlib.sha256(content).hexdigest()
    environment = [f"{key}={value}" for key, value in {"PATH": "/bin", **variables}.items()]
    config = json.dumps(
        {
            "architecture": "amd64",
            "os": "linux",
            "config": {"Entrypoint": entrypoint, "Env": environment, "WorkingDir": "/"},
            "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest}"]},
        }
    ).encode()
    identity = hashlib.sha256(config).hexdigest()
    manifest = [{"Config": f"{identity}.json", "RepoTags": [f"docker.io/{name}"], "Layers": [f"{digest}.tar"]}]
    parts = {
        f"{identity}.json": config,
        f"{digest}.tar": content,
        "manifest.json": json.dumps(manifest).encode(),
    }
    with tarfile.open(target, "w") as archive:
        for part, data in parts.items():
            entry = tarfile.TarInfo(part)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def main(folder: Path) -> None:
    """Write all the images into a folder."""
    files = box()
    tini = Path("/usr/bin/tini-static")
    write(
        folder / "pause.tar",
        "lab/pause:1",
        {"bin/pause": (tini.read_bytes(), 0o755), **files},
        ["/bin/pause", "--", "sleep", "infinity"],
    )
    write(folder / "box.tar", "lab/box:1", files, [])
    for version in ("1", "2"):
        web = {**files, "bin/web": (WEB.encode(), 0o755)}
        write(folder / f"web-{version}.tar", f"lab/web:{version}", web, ["/bin/web"], VERSION=f"v{version}")
    coredns = {"bin/coredns": (Path("/usr/local/bin/coredns").read_bytes(), 0o755)}
    write(folder / "coredns.tar", "lab/coredns:1", coredns, ["/bin/coredns"])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
