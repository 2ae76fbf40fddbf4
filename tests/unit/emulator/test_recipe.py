"""The recipe of the image: every file that is somebody else's has a checksum, and the key changes with the content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from emulator.recipe import load
from support.site_build import ROOT


def test_what_comes_from_npm_is_pinned_and_has_a_licence() -> None:
    for package in load().npm:
        assert re.fullmatch(r"\d+\.\d+\.\d+", package.version), package.name
        assert any(name.startswith("LICENSE") for name in package.files), package.name
        assert all(re.fullmatch(r"[0-9a-f]{64}", sha256) for _, sha256 in package.files.values()), package.name


def test_it_tells_where_a_program_is() -> None:
    recipe = load()
    assert recipe.pack_of("iptables") == ""
    assert recipe.pack_of("nc") == ""
    assert recipe.pack_of("curl") == "web"
    assert recipe.pack_of("python3") == "python"
    assert recipe.pack_of("mysqld") is None


def test_the_key_changes_with_the_scripts(tmp_path: Path) -> None:
    for folder in ("emulator", "tests/emulator"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    before = load(tmp_path).key
    assert before == load().key
    script = tmp_path / "emulator/init.sh"
    script.write_text(script.read_text(encoding="utf-8") + "# one more line\n", encoding="utf-8")
    assert load(tmp_path).key != before
