"""Files of others that the site serves are the ones their makers published: name, version, licence and checksum."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from support.site_build import ROOT

VENDOR = ROOT / "docs/assets/javascripts/vendor"


def _packages() -> list[dict[str, Any]]:
    packages: list[dict[str, Any]] = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))
    assert packages
    return packages


def test_every_package_says_what_it_is() -> None:
    for package in _packages():
        assert package.keys() == {"name", "version", "licence", "why", "files"}, package["name"]
        assert any(file["path"].endswith("LICENSE") for file in package["files"]), f"{package['name']} 没有许可证文件"


def test_checksums_hold() -> None:
    for package in _packages():
        for file in package["files"]:
            actual = hashlib.sha256((VENDOR / file["path"]).read_bytes()).hexdigest()
            assert actual == file["sha256"], (
                f"{file['path']} 不是 {package['name']} {package['version']} 的 {file['origin']}"
            )


def test_nothing_else_lies_there() -> None:
    listed = {file["path"] for package in _packages() for file in package["files"]} | {"vendor.json"}
    actual = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert actual == listed


def test_mermaid_states_the_recorded_version() -> None:
    (mermaid,) = (package for package in _packages() if package["name"] == "@mermaid-js/tiny")
    script = (VENDOR / mermaid["files"][0]["path"]).read_text(encoding="utf-8")
    assert f'version:"{mermaid["version"]}-tiny"' in script
