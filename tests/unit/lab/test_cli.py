"""`make lab` and `make clean-lab`: what is said where the machine or the arguments do not allow it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lab import cli
from lab.failures import LabError
from lab.system import find
from support.require import require_root


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the cache folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "yunwei-dazhao/lab"


def _as_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **programs: str) -> None:
    """Pretend to be an ordinary user of a machine that has only these programs, shell scripts."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_a_system_that_is_not_declared(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build", "debian-31"]) == 2
    assert capsys.readouterr().err.startswith("没有这个系统：debian-31（lab/ 下有 debian-12、debian-13、")


def test_a_user_without_newuidmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _as_user(tmp_path, monkeypatch)
    assert cli.main(["build"]) == 1
    assert "没有 root，也没有 newuidmap；安装 uidmap" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("complaint", "said"),
    [
        (
            'unshare: no line matching user "nobody" in /etc/subuid',
            "你的用户没有从属 ID，不能做系统；运行 sudo usermod",
        ),
        ("unshare: unrecognized option --map-auto", "unshare 没有 --map-auto；换成 util-linux 2.38"),
        ("unshare: unshare failed: Operation not permitted", "内核不允许普通用户建命名空间（unshare: unshare failed"),
    ],
)
def test_a_user_who_may_not_make_namespaces(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    complaint: str,
    said: str,
) -> None:
    _as_user(tmp_path, monkeypatch, newuidmap="true", unshare=f"echo '{complaint}' >&2; exit 1")
    assert cli.main(["build"]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_clean_removes_everything(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    require_root()
    (cache / "systems/debian-13-0/root").mkdir(parents=True)
    assert cli.main(["clean"]) == 0
    assert not cache.exists()
    assert f"删掉了 {cache}" in capsys.readouterr().out


def test_a_system_that_has_not_been_made() -> None:
    with pytest.raises(LabError, match="Debian 13 还没有做；先运行 make lab ONLY=debian-13"):
        find("debian-13")
