"""A tiny system is really made, with mmdebstrap and a package source of its own, and commands run in it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook.mistakes import MistakeError
from harness.runner import run_example
from lab import build
from lab.build import make
from lab.declaration import Declaration, load
from lab.failures import LabError
from lab.store import Store
from lab.system import ENVIRONMENT, System, refuse_architecture
from support.require import require, require_root

DECLARATION = """\
title: 小系统
architecture: amd64
suites: [tiny]
keyring: lab/tiny.gpg
variant: extract
packages: [tiny]
check:
  - run: cat /etc/tiny
    prints: 小
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one declaration, and beside it a signed package source, `mirror`, with one package."""
    require("mmdebstrap", "gpg", "dpkg-deb", "busybox", "unshare", "setpriv", "ip")
    require_root()
    root = tmp_path_factory.mktemp("project")
    _package(root / "package", root / "mirror/pool")
    _sign(root / "mirror/dists/tiny", root)
    (root / "lab/tiny.yml").write_text(DECLARATION, encoding="utf-8")
    return root


def _package(folder: Path, pool: Path) -> None:
    """Make a package that has what an example needs: busybox under all its names, and this machine's bash and ip."""
    programs = folder / "usr/bin"
    programs.mkdir(parents=True)
    shutil.copy(str(shutil.which("busybox")), programs / "busybox")
    for name in set(_output("busybox", "--list").split()) - {"busybox"}:
        (programs / name).symlink_to("busybox")
    for name in ("bash", "ip"):
        (programs / name).unlink(missing_ok=True)
        shutil.copy(str(shutil.which(name)), programs / name)
        for library in re.findall(r"(/\S+) \(0x", _output("ldd", str(programs / name))):
            copy = folder / library.removeprefix("/")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(library, copy)
    for name in ("dev", "etc", "proc", "run", "sys", "tmp", "usr/lib"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "bin").symlink_to("usr/bin")
    (folder / "etc/tiny").write_text("小\n", encoding="utf-8")
    (folder / "usr/lib/os-release").write_text('NAME="Tiny Linux"\nVERSION_ID="1"\n', encoding="utf-8")
    (folder / "DEBIAN").mkdir()
    control = "Package: tiny\nVersion: 1\nArchitecture: amd64\nMaintainer: T <t@example.test>\nDescription: tiny\n"
    (folder / "DEBIAN/control").write_text(control, encoding="utf-8")
    pool.mkdir(parents=True)
    subprocess.run(
        ["dpkg-deb", "-Znone", "--build", str(folder), str(pool / "tiny.deb")], check=True, capture_output=True
    )
    data = (pool / "tiny.deb").read_bytes()
    entry = f"{control}Filename: pool/tiny.deb\nSize: {len(data)}\nSHA256: {hashlib.sha256(data).hexdigest()}\n"
    index = pool.parent / "dists/tiny/main/binary-amd64"
    index.mkdir(parents=True)
    (index / "Packages").write_text(entry, encoding="utf-8")


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _sign(release: Path, root: Path) -> None:
    data = (release / "main/binary-amd64/Packages").read_bytes()
    (release / "Release").write_text(
        "Suite: tiny\nCodename: tiny\nArchitectures: amd64\nComponents: main\nDate: Sat, 28 Nov 2026 00:00:00 UTC\n"
        f"SHA256:\n {hashlib.sha256(data).hexdigest()} {len(data)} main/binary-amd64/Packages\n",
        encoding="utf-8",
    )
    (root / "lab").mkdir()
    home = root / "gpg"
    home.mkdir(mode=0o700)
    gpg = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--pinentry-mode=loopback", "--passphrase="]
    for arguments in (
        ["--quick-generate-key", "tiny@example.test", "ed25519", "sign"],
        ["--output", str(release / "InRelease"), "--clear-sign", str(release / "Release")],
        ["--output", str(root / "lab/tiny.gpg"), "--export"],
    ):
        subprocess.run([*gpg, *arguments], check=True, capture_output=True)
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=True)


@pytest.fixture
def declaration(project: Path, monkeypatch: pytest.MonkeyPatch) -> Declaration:
    """Return the declaration of the tiny system; its packages come from the source of the project."""
    monkeypatch.setenv("LAB_MIRROR", f"copy://{project}/mirror")
    monkeypatch.setattr("lab.sources.ROOT", project)
    return load("tiny", project)


@pytest.fixture(scope="module")
def system(project: Path, tmp_path_factory: pytest.TempPathFactory) -> System:
    """Return the tiny system, made once."""
    store = Store(tmp_path_factory.mktemp("cache"))
    # What a build that was killed has left.
    (store.folder / "systems/.tiny-0/root").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAB_MIRROR", f"copy://{project}/mirror")
        patch.setattr("lab.sources.ROOT", project)
        declaration = load("tiny", project)
        said: list[str] = []
        folder = make(declaration, store, said.append)
        assert "做好了" in said[-1]
        # The second time nothing is said, because nothing is done.
        assert make(declaration, store, pytest.fail) == folder
    assert store.leftovers() == []
    return System("tiny", folder)


def _inside(system: System, script: str, seen: dict[Path, str] | None = None) -> str:
    done = subprocess.run(
        system.command("sh", "-c", script, seen=seen),
        capture_output=True, text=True, env=ENVIRONMENT, check=False, timeout=20,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_the_system_says_what_it_is(system: System) -> None:
    assert system.line == "Tiny 1"


def test_what_is_written_inside_is_gone_afterwards(system: System) -> None:
    assert _inside(system, "touch /etc/new /tmp/new && ls /etc/new") == "/etc/new\n"
    assert "No such file" in _inside(system, "ls /etc/new")
    assert not (system.folder / "root/etc/new").exists()


def test_nothing_of_the_machine_is_seen(system: System, tmp_path: Path) -> None:
    mounts = _inside(system, "cat /proc/self/mountinfo")
    assert {line.split()[4].split("/")[1] for line in mounts.splitlines()} <= {"", "dev", "opt", "proc", "sys"}
    script = f"ls -d {tmp_path} /home; cat /proc/sys/kernel/hostname; ls /sys/class/net; set -- /proc/[0-9]*; echo $#"
    missing = "ls: {}: No such file or directory\n"
    # Its own name, its own network with a loopback that is down, and the shell that tells this.
    expected = ["lab", "lo", "1", *f"{missing.format(tmp_path)}{missing.format('/home')}".splitlines()]
    assert _inside(system, script).splitlines() == expected


def test_a_file_of_the_machine_is_seen_where_asked_and_cannot_be_changed(system: System, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("文件\n", encoding="utf-8")
    seen = {tmp_path / "file": "/opt/one/file", tmp_path: "/opt/two"}
    assert _inside(system, "cat /opt/one/file /opt/two/file", seen) == "文件\n文件\n"
    assert "Read-only" in _inside(system, "echo x > /opt/two/file", seen)


def test_an_example_runs_inside(system: System, tmp_path: Path) -> None:
    (tmp_path / "example.yml").write_text("title: 试验\nlab: pair\nsoftware: []\n", encoding="utf-8")
    (tmp_path / "file").write_text("文件\n", encoding="utf-8")
    run = """on server 'cat file /etc/tiny'
on client 'ping -c 1 10.9.0.1 | grep received'
expect '通了' contains "$output" ' 1 packets received'
expect '不成立' [ 1 = 2 ]
"""
    (tmp_path / "run.sh").write_text(run, encoding="utf-8")
    outcome = run_example(tmp_path, system)
    # A tiny system has no locales, of which bash complains.
    assert [line for line in outcome.transcript.splitlines() if "setlocale" not in line] == [
        "server# cat file /etc/tiny", "文件", "小",
        "client# ping -c 1 10.9.0.1 | grep received", "1 packets transmitted, 1 packets received, 0% packet loss",
        "✓ 通了", "✗ 不成立", "  不成立：[ 1 = 2 ]",
    ]  # fmt: skip
    assert outcome.exit_status == 1


def test_an_example_that_hangs_inside_is_ended(system: System, tmp_path: Path) -> None:
    (tmp_path / "example.yml").write_text("title: 试验\nlab: none\nsoftware: []\ntimeout: 2\n", encoding="utf-8")
    (tmp_path / "run.sh").write_text("sleep 985\n", encoding="utf-8")
    assert run_example(tmp_path, system).exit_status == 124
    assert not [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"sleep\x00985" in _bytes(path)]


def test_entering_leaves_no_mount_and_no_process(system: System) -> None:
    _inside(system, "sleep 987 & true")
    assert str(system.folder) not in Path("/proc/self/mountinfo").read_text(encoding="utf-8")
    assert list((system.folder / "scratch").iterdir()) == []


def test_who_is_killed_takes_the_command_along(system: System, tmp_path: Path) -> None:
    command = system.command("sh", "-c", "touch /opt/begun/x 2>/dev/null; echo begun; sleep 986")
    parent = subprocess.Popen(
        [sys.executable, "-c", "import subprocess, sys; subprocess.run(sys.argv[1:])", *command],
        stdout=subprocess.PIPE, env={**os.environ, **ENVIRONMENT}, text=True,
    )  # fmt: skip
    assert parent.stdout is not None
    assert parent.stdout.readline() == "begun\n"
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 5
    while left := [path for path in Path("/proc").glob("[0-9]*/cmdline") if b"sleep\x00986" in _bytes(path)]:
        assert time.monotonic() < deadline, left
        time.sleep(0.02)
    parent.stdout.close()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_an_unknown_package_leaves_nothing_that_looks_finished(
    declaration: Declaration, project: Path, tmp_path: Path
) -> None:
    (project / "lab/bad.yml").write_text(DECLARATION.replace("[tiny]\ncheck", "[tiny, tyni]\ncheck"), encoding="utf-8")
    store = Store(tmp_path)
    with pytest.raises(MistakeError, match=r"lab/bad\.yml:6: tiny 的软件源里没有软件包 tyni；"):
        make(load("bad", project), store, lambda _: None)
    assert list((tmp_path / "systems").iterdir()) == []


def test_a_check_that_prints_something_else_leaves_nothing(
    declaration: Declaration, project: Path, tmp_path: Path
) -> None:
    (project / "lab/bad.yml").write_text(DECLARATION.replace("prints: 小", "prints: 大"), encoding="utf-8")
    with pytest.raises(MistakeError, match=r"lab/bad\.yml:8: 检查没有打印“大”，打印的是：小；"):
        make(load("bad", project), Store(tmp_path), lambda _: None)
    assert list((tmp_path / "systems").iterdir()) == []


def test_a_disk_without_room(declaration: Declaration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_NEEDED", 10**18)
    with pytest.raises(LabError, match=r"小系统 没有做成：.* 只剩 .* GB，要 1000000000 GB；腾出空间"):
        make(declaration, Store(tmp_path), lambda _: None)


def test_no_mmdebstrap(declaration: Declaration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LabError, match="这台机器没有 mmdebstrap；安装它：apt-get install mmdebstrap"):
        make(declaration, Store(tmp_path), lambda _: None)


def test_another_architecture() -> None:
    refuse_architecture("小系统", "amd64", "x86_64")
    with pytest.raises(LabError, match="小系统 是 amd64 的系统，这台机器是 arm64；"):
        refuse_architecture("小系统", "amd64", "aarch64")
