"""Where packages come from: the mirror that is named, the machine's own Debian mirror, or Debian's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lab.declaration import ROOT, load
from lab.sources import DEFAULT_MIRROR, machine_sources, mirror, source_lines

DEB822 = "Types: deb\nURIs: http://mirror.example.test/debian/\nSuites: bookworm\nComponents: main\n"
ONE_LINE = (
    "# deb http://old.example.test/debian x main\ndeb [signed-by=/k.gpg] https://near.example.test/debian trixie main\n"
)


@pytest.mark.parametrize(
    ("named", "sources", "found"),
    [
        ("", [DEB822], "http://mirror.example.test/debian"),
        ("", [ONE_LINE, DEB822], "https://near.example.test/debian"),
        ("http://named.example.test/debian/", [DEB822], "http://named.example.test/debian"),
        ("", ["deb http://archive.ubuntu.com/ubuntu noble main\n"], DEFAULT_MIRROR),
        ("", [], DEFAULT_MIRROR),
    ],
)
def test_the_mirror(named: str, sources: list[str], found: str) -> None:
    assert mirror(named, sources) == found


def test_both_forms_of_apts_lists_are_read(tmp_path: Path) -> None:
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list").write_text("one", encoding="utf-8")
    (tmp_path / "sources.list.d/b.sources").write_text("two", encoding="utf-8")
    (tmp_path / "sources.list.d/a.list").write_text("three", encoding="utf-8")
    assert machine_sources(tmp_path) == ["one", "two", "three"]
    assert machine_sources(tmp_path / "none") == []


def test_security_updates_lie_beside_the_mirror() -> None:
    declaration = replace(load("debian-13"), suites=("trixie", "trixie-security"))
    assert source_lines(declaration, "http://m.example.test/debian") == [
        "deb http://m.example.test/debian trixie main",
        "deb http://m.example.test/debian-security trixie-security main",
    ]


def test_a_mirror_that_may_be_old_and_a_key_of_ones_own() -> None:
    declaration = replace(load("debian-13"), suites=("sid",), valid_until=False, keyring="lab/own.gpg")
    (line,) = source_lines(declaration, "http://m.example.test/debian")
    assert line == f"deb [check-valid-until=no signed-by={ROOT}/lab/own.gpg] http://m.example.test/debian sid main"
