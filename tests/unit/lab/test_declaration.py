"""Declarations of systems: what is read from a good one, and what is said of a bad one, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from lab.declaration import load, names

GOOD = """\
title: 一个系统
architecture: amd64
suites: [trixie]
packages_from: [lab/common.txt]
packages:
  - nginx
fetch: {from: https://repo.example.test/maven2, files: lab/one.lock, to: /opt/one}
check:
  - run: nginx -v
    prints: nginx/1.26
"""
HASH = "0" * 64


def _project(
    tmp_path: Path, text: str = GOOD, packages: str = "# all\ncurl\n", lock: str = f"{HASH}  a/b/c.jar\n"
) -> Path:
    (tmp_path / "lab").mkdir(exist_ok=True)
    (tmp_path / "lab/one.yml").write_text(text, encoding="utf-8")
    (tmp_path / "lab/common.txt").write_text(packages, encoding="utf-8")
    (tmp_path / "lab/one.lock").write_text(lock, encoding="utf-8")
    return tmp_path


def _mistakes(root: Path) -> list[str]:
    with pytest.raises(MistakeError) as raised:
        load("one", root)
    return str(raised.value).splitlines()


def test_the_projects_own_declarations_are_good() -> None:
    assert {"debian-12", "debian-13"} <= set(names())
    for name in names():
        assert load(name).checks


def test_packages_come_from_lists_and_from_the_declaration_each_with_its_place(tmp_path: Path) -> None:
    declaration = load("one", _project(tmp_path))
    places = {name: (place.file, place.line) for name, place in declaration.packages.items()}
    assert places == {"curl": ("lab/common.txt", 2), "nginx": ("lab/one.yml", 6)}


def test_a_locked_file_becomes_an_address_with_its_hash(tmp_path: Path) -> None:
    (file,) = load("one", _project(tmp_path)).fetch
    assert (file.url, file.sha256, file.folder) == ("https://repo.example.test/maven2/a/b/c.jar", HASH, "/opt/one")


def test_the_key_follows_the_content_and_not_the_wording(tmp_path: Path) -> None:
    key = load("one", _project(tmp_path)).key
    assert load("one", _project(tmp_path, "# 说明\n" + GOOD.replace("一个系统", "改了名字"))).key == key
    for text, packages, lock in (
        (GOOD.replace("trixie", "bookworm"), "curl\n", f"{HASH}  a/b/c.jar\n"),
        (GOOD, "curl\nwget\n", f"{HASH}  a/b/c.jar\n"),
        (GOOD, "curl\n", f"{'1' * 64}  a/b/c.jar\n"),
        (GOOD.replace("1.26", "1.27"), "curl\n", f"{HASH}  a/b/c.jar\n"),
    ):
        assert load("one", _project(tmp_path, text, packages, lock)).key != key


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("suites: [trixie]", "suites: trixie", 3, "suites 要是发行版代号的列表"),
        ("suites:", "suits:", 3, "不认识的键“suits”；是不是“suites”？"),
        ("architecture: amd64", "architecture: x86", 2, "architecture 不能是 'x86'；amd64、arm64 选一个"),
        ("lab/common.txt", "lab/other.txt", 4, "包的清单 lab/other.txt 不存在"),
        ("- nginx", "- Nginx 1.26", 6, "“Nginx 1.26”不是软件包的名字"),
        ("- nginx", "- curl", 6, "软件包 curl 在 lab/common.txt:2 已经有了；删掉这一行"),
        ("https://repo", "http://repo", 7, "from 要是 https:// 开头的网址"),
        ("lab/one.lock", "lab/two.lock", 7, "清单 lab/two.lock 不存在"),
        ("to: /opt/one", "to: opt/one", 7, "to 要是系统里的绝对路径"),
        ("    prints: nginx/1.26\n", "", 9, "缺少“prints”"),
        ("title: 一个系统", "python: no.txt\ntitle: 一个系统", 1, "python 指的文件 no.txt 不存在"),
        ("title: 一个系统", "keyring: no.gpg\ntitle: 一个系统", 1, "keyring 指的文件 no.gpg 不存在"),
        ("title: 一个系统", "variant: tiny\ntitle: 一个系统", 1, "variant 不能是 'tiny'"),
        ("title: 一个系统", "valid_until: 3\ntitle: 一个系统", 1, "valid_until 要写 false"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    told = _mistakes(_project(tmp_path, GOOD.replace(old, new)))
    assert any(one.startswith(f"lab/one.yml:{line}: ") and said in one for one in told), told


def test_a_line_of_the_lock_without_a_hash_is_refused(tmp_path: Path) -> None:
    (told,) = _mistakes(_project(tmp_path, lock=f"{HASH}  a.jar\nabc  b.jar\n"))
    assert told.startswith("lab/one.lock:2: 要写成“SHA-256")


GO = f"""\
go:
  version: 1.26.11
  sha256: "{HASH}"
  to: /usr/local/bin
  modules:
    - folder: lab/one
      minutes: 2
      tags: [small]
      variables: {{example.test/one.version: "1.2"}}
      rename: {{server: one}}
"""


def _project_with_go(tmp_path: Path, go: str = GO, module: str = "module one\n") -> Path:
    (tmp_path / "lab/one").mkdir(parents=True, exist_ok=True)
    (tmp_path / "lab/one/go.mod").write_text(module, encoding="utf-8")
    (tmp_path / "lab/one/go.sum").write_text("", encoding="utf-8")
    return _project(tmp_path, GOOD + go)


def test_go_programs_come_from_a_folder_with_a_module(tmp_path: Path) -> None:
    go = load("one", _project_with_go(tmp_path)).go
    assert go is not None
    (module,) = go.modules
    assert (go.version, go.sha256, go.target) == ("1.26.11", HASH, "/usr/local/bin")
    assert (module.name, module.minutes, module.tags, module.renamed) == ("one", 2, ("small",), {"server": "one"})
    assert (module.place.file, module.place.line) == ("lab/one.yml", 16)


def test_the_key_follows_what_go_programs_are_made_of(tmp_path: Path) -> None:
    key = load("one", _project_with_go(tmp_path)).key
    assert load("one", _project(tmp_path)).key != key
    assert load("one", _project_with_go(tmp_path, GO.replace("minutes: 2", "minutes: 3"))).key == key
    assert load("one", _project_with_go(tmp_path, module="module two\n")).key != key
    for old, new in (
        ("1.26.11", "1.26.12"),
        (HASH, "1" * 64),
        ("[small]", "[]"),
        ('"1.2"', '"1.3"'),
        (": one}", ": two}"),
    ):
        assert load("one", _project_with_go(tmp_path, GO.replace(old, new))).key != key, new


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("version: 1.26.11", "version: 1.26", 12, "version 要写成 1.26.11 这样"),
        (HASH, "abc", 13, "sha256 要是 64 个十六进制数字"),
        ("to: /usr", "to: usr", 14, "to 要是系统里的绝对路径"),
        ("lab/one\n", "lab/two\n", 16, "lab/two 里没有 go.mod、go.sum"),
        ("minutes: 2", "minutes: 0", 17, "minutes 要是整数"),
        ('"1.2"', "1.2", 19, "variables 要是“名字: 文字”，数字加引号"),
        ("tags:", "tag:", 18, "不认识的键“tag”；是不是“tags”？"),
        ("  to: /usr/local/bin\n", "", 11, "缺少“to”"),
    ],
)
def test_a_mistake_in_go_programs_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in GO
    told = _mistakes(_project_with_go(tmp_path, GO.replace(old, new)))
    assert any(one.startswith(f"lab/one.yml:{line}: ") and said in one for one in told), told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace("amd64", "x86").replace("[trixie]", "trixie").replace("- nginx", "- curl")
    assert len(_mistakes(_project(tmp_path, bad))) == 3
