"""Folders of systems: nothing is deleted through a mount that a killed run left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lab.declaration import load
from lab.failures import LabError
from lab.store import FACTS, Store, cache_folder, mounts_below, remove
from support.require import require, require_root


def _mountinfo(tmp_path: Path, *points: Path) -> Path:
    file = tmp_path / "mountinfo"
    lines = [f"30 1 254:0 / {str(point).replace(' ', chr(92) + '040')} rw - ext4 /dev/vda rw" for point in points]
    file.write_text("\n".join(["1 0 254:0 / / rw - ext4 /dev/vda rw", *lines]) + "\n", encoding="utf-8")
    return file


def test_mounts_are_found_at_and_below_a_folder_the_deepest_first(tmp_path: Path) -> None:
    folder = tmp_path / "a b"
    mounts = _mountinfo(tmp_path, folder, folder / "root/proc", folder / "root", tmp_path / "a bc")
    assert mounts_below(folder, mounts) == [folder / "root/proc", folder / "root", folder]


def test_nothing_is_removed_below_a_mount_that_stays(tmp_path: Path) -> None:
    (tmp_path / "system/root").mkdir(parents=True)
    (tmp_path / "system/root/kept").touch()
    # The list names a mount that umount does not find, so that it cannot detach it.
    with pytest.raises(LabError, match="上次留下的挂载点，卸不掉"):
        remove(tmp_path / "system", _mountinfo(tmp_path, tmp_path / "system/root"))
    assert (tmp_path / "system/root/kept").exists()


def test_a_leftover_mount_is_detached_and_what_it_showed_stays() -> None:
    require("unshare", "mount")
    require_root()
    # In a mount namespace of its own: the test leaves nothing mounted, however it ends.
    script = """
import pathlib, subprocess, sys, tempfile
from lab.store import remove
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name).resolve()
    (folder / "outside").mkdir(); (folder / "outside/kept").touch(); (folder / "system/root/mnt").mkdir(parents=True)
    subprocess.run(["mount", "--bind", str(folder / "outside"), str(folder / "system/root/mnt")], check=True)
    assert (folder / "system/root/mnt/kept").exists()
    remove(folder / "system")
    print((folder / "outside/kept").exists(), (folder / "system").exists())
"""
    environment = {**os.environ, "PYTHONPATH": "hooks:tests"}
    done = subprocess.run(
        ["unshare", "--mount", sys.executable, "-c", script],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.stdout == "True False\n", done.stderr


def test_the_folder_is_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "yunwei-dazhao/lab"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache/yunwei-dazhao/lab"


def test_older_systems_of_the_same_name_go_when_nobody_has_used_them_for_two_weeks(tmp_path: Path) -> None:
    now, declaration = 10**9, load("debian-13")
    old, used = "a" * 16, "b" * 16
    ages = {
        f"debian-13-{declaration.key}": 99, f"debian-13-{old}": 15, f"debian-13-{used}": 13,
        f"debian-12-{old}": 99, f"debian-13-other-{old}": 99,
    }  # fmt: skip
    for name, days in ages.items():
        (tmp_path / "systems" / name).mkdir(parents=True)
        (tmp_path / "systems" / name / FACTS).touch()
        os.utime(tmp_path / "systems" / name / FACTS, (now - days * 86400,) * 2)
    assert [folder.name for folder in Store(tmp_path).unused(declaration, now)] == [f"debian-13-{old}"]


def test_what_is_being_made_does_not_look_finished(tmp_path: Path) -> None:
    (tmp_path / "systems/.one-key").mkdir(parents=True)
    (tmp_path / "systems/two-key").mkdir()
    assert Store(tmp_path).leftovers() == [tmp_path / "systems/.one-key"]
