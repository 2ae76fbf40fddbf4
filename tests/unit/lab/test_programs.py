"""Go programs of a system: built once by a toolchain that comes by its checksum, kept, and told in one sentence when not."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from lab import programs
from lab.declaration import Go, GoModule, Place
from lab.failures import LabError
from lab.programs import PROXY, explain, install, proxy, workers
from lab.store import Store
from support.require import require_root

# What the builder asks of `go`: a list of packages, then a folder of programs, and a line for each package.
TOOLCHAIN = """\
#!/bin/sh
case $1 in
    list) printf 'example.test/a\\nexample.test/b\\n' ;;
    build)
        grep -q broken go.mod && { echo 'go: example.test/a@v1.2.3: reading https://x/: 403 Forbidden' >&2; exit 1; }
        while [ "$1" != -o ]; do
            case $1 in -p=0) exit 1 ;; -ldflags=*) flags=$1 ;; esac
            shift
        done
        echo "$flags $GOTOOLCHAIN $CGO_ENABLED" >"$2/server"
        echo again >>../../../built
        echo example.test/a ;;
esac
"""
VERSION = "1.2.3"


def _module(folder: str = "lab/one", key: str = "0" * 16) -> GoModule:
    return GoModule(folder, 1, (), {"a.b": "c"}, {"server": "one"}, Place("lab/one.yml", 7), key)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return a store that keeps a toolchain; the project beside it has one module."""
    require_root()
    (tmp_path / "lab/one").mkdir(parents=True)
    (tmp_path / "lab/one/go.mod").write_text("module one\n", encoding="utf-8")
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    store = Store(tmp_path / "store")
    store.fetched.mkdir(parents=True)
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        archive.writestr(f"golang.org/toolchain@v0.0.1-go{VERSION}.linux-amd64/bin/go", TOOLCHAIN)
    (tmp_path / "zip").rename(store.fetched / _hash(tmp_path / "zip"))
    return store


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _go(store: Store, *modules: GoModule) -> Go:
    (toolchain,) = store.fetched.iterdir()
    return Go(VERSION, "amd64", toolchain.name, "/usr/local/bin", modules or (_module(),), Place("lab/one.yml", 3))


def test_programs_are_built_once_and_put_into_each_system(tmp_path: Path, store: Store) -> None:
    said: list[str] = []
    for system in ("first", "second"):
        install(_go(store), store, tmp_path / system, tmp_path / "log", said.append)
        program = tmp_path / system / "usr/local/bin/one"
        assert program.read_text(encoding="utf-8") == "-ldflags=-s -w -X a.b=c local 0\n"
    assert (tmp_path / "built").read_text(encoding="utf-8") == "again\n"
    assert said == ["编译 one：约 1 分钟", "one：取模块", "one：编译 2 个包"]
    assert not store.go.exists()


def test_what_did_not_build_leaves_no_programs(tmp_path: Path, store: Store) -> None:
    (tmp_path / "lab/one/go.mod").write_text("module broken\n", encoding="utf-8")
    with pytest.raises(MistakeError, match=r"lab/one\.yml:7: 取不到模块 example\.test/a@v1\.2\.3（403 Forbidden）"):
        install(_go(store), store, tmp_path / "root", tmp_path / "log", lambda _: None)
    assert not store.programs(_module()).exists()
    assert "403 Forbidden" in (tmp_path / "log").read_text(encoding="utf-8")
    (tmp_path / "lab/one/go.mod").write_text("module one\n", encoding="utf-8")
    install(_go(store), store, tmp_path / "root", tmp_path / "log", lambda _: None)
    assert (tmp_path / "root/usr/local/bin/one").exists()


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("write /x: no space left on device", "磁盘满了；腾出 4 GB"),
        ("link: signal: killed", "内存不够；停掉别的程序"),
        (
            'a@v1: Get "https://p/": dial tcp: lookup p: no such host',
            "连不上模块代理（dial tcp）；检查网络，或用 GOPROXY",
        ),
        ("# a/b\nx.go:1:2: undefined: y", "编译失败：x.go:1:2: undefined: y"),
        ("verifying k@v1.0.0: checksum mismatch", "取不到模块 k@v1.0.0（checksum mismatch）"),
    ],
)
def test_a_failure_is_told_in_one_sentence(log: str, said: str) -> None:
    assert said in str(explain(log, _module()))


def test_the_first_proxy_that_is_named_gives_the_toolchain() -> None:
    assert proxy("") == proxy("direct") == PROXY
    assert proxy("https://goproxy.example/,direct") == "https://goproxy.example"
    assert proxy("off|https://a.example|https://b.example") == "https://a.example"


def test_as_many_compilers_run_as_the_memory_allows() -> None:
    assert workers(2, 10**11) == 2
    assert workers(8, 3 * 10**9) == 3
    with pytest.raises(LabError, match=r"内存不够编译：空着 0\.5 GB，要 1 GB"):
        workers(8, 5 * 10**8)
