"""What mmdebstrap's output means: one sentence, and the line of the declaration where one is to blame."""

from __future__ import annotations

import pytest

from lab.declaration import Declaration, Place
from lab.failures import explain

PLACES = {"suites": Place("lab/one.yml", 3), "packages": Place("lab/one.yml", 5)}
DECLARATION = Declaration(
    name="one", title="一个系统", architecture="amd64", suites=("trixie",), valid_until=True, keyring="",
    variant="important", packages={"ngnix": Place("lab/one.yml", 6)}, python="", fetch=(), go=None, checks=(),
    places=PLACES, key="k",
)  # fmt: skip


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("E: Unable to locate package ngnix\n", "lab/one.yml:6: trixie 的软件源里没有软件包 ngnix；"),
        ("E: Package 'ngnix' has no installation candidate\n", "lab/one.yml:6: trixie 的软件源里没有软件包 ngnix；"),
        ("E: Unable to locate package brought\n", "lab/one.yml:5: trixie 的软件源里没有软件包 brought；"),
        (
            "E: The repository 'http://deb.debian.org/debian trixi Release' does not have a Release file.\n",
            "lab/one.yml:3: 软件源里没有发行版 trixi；",
        ),
        (
            "Err:1 http://m.example.test trixie InRelease\n  The following signatures couldn't be verified because the "
            "public key is not available: NO_PUBKEY 0E98404D386FA1D9\n",
            "lab/one.yml:3: 验证不了 trixie 的签名",
        ),
        (
            "E: Release file for http://deb.debian.org/debian/dists/sid/InRelease is expired (invalid since 9d).\n",
            "lab/one.yml:3: 软件源里 sid 的目录已经过期；",
        ),
        ("Temporary failure resolving 'deb.debian.org'\nE: Unable to locate package a\n", "一个系统 没有做成：连不上软件源；"),
        ("dpkg: error: No space left on device\nE: Unable to locate package a\n", "一个系统 没有做成：磁盘满了；"),
        (
            "E: Failed to fetch http://m.example.test/x/dists/trixie/InRelease  400  Bad Request [IP: 203.0.113.80 80]\n"
            "E: The repository 'http://m.example.test/x trixie InRelease' is not signed.\n",
            "一个系统 没有做成：软件源对 http://m.example.test/x/dists/trixie/InRelease 答复 HTTP 400；",
        ),
        ("E: Failed to fetch http://m/x  Hash Sum mismatch\n", "一个系统 没有做成：软件源正在更新"),
        ("I: all\nE: something new\nE: failed\n", "一个系统 没有做成：E: something new"),
        ("", "一个系统 没有做成：没有输出"),
    ],
)  # fmt: skip
def test_one_sentence(log: str, said: str) -> None:
    error = str(explain(log, DECLARATION))
    assert error.startswith(said)
    assert "\n" not in error
