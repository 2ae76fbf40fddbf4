"""Makes a system of the lab from its declaration, once: with mmdebstrap, in a folder that gets its name when all is done.

Whoever mends a page gets the systems of its examples with one command, and the machine stays as it is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lab.declaration import ROOT, Declaration
from lab.failures import LabError, explain
from lab.fetching import fetch
from lab.processes import ended
from lab.programs import install
from lab.sources import machine_sources, mirror, source_lines
from lab.store import FACTS, Store, remove
from lab.system import ENVIRONMENT, System, refuse_architecture

_NEEDED = 4 * 10**9  # bytes: debian-13 is 1.8 GB, its packages 0.6 GB
_CHECK_TIMEOUT = 120  # seconds
_LOOP_DEVICES = 32
# What mmdebstrap says when a part begins, and what a user reads.
_PARTS = (
    ("I: running apt-get update", "取软件包的目录"),
    ("I: downloading packages", "下载基本系统"),
    ("I: extracting archives", "解开基本系统"),
    ("I: installing essential", "安装基本系统"),
    ("I: installing remaining", "下载并安装其余的软件包"),
    ("I: cleaning package lists", "清理"),
)
Say = Callable[[str], None]


def require_tools() -> None:
    """Raise LabError when this machine lacks what makes systems: mmdebstrap, and apt with it."""
    if shutil.which("mmdebstrap") is None:
        raise LabError("这台机器没有 mmdebstrap；安装它：apt-get install mmdebstrap（Fedora、Arch 也有同名的包）")


def make(declaration: Declaration, store: Store, say: Say) -> Path:
    """Return the folder of the system, made now unless it is there. Raises MistakeError and LabError.

    The caller holds the store's lock and is root, be it of a user namespace.
    """
    target = store.system(declaration)
    if target.is_dir():
        return target
    refuse_architecture(declaration.title, declaration.architecture)
    require_tools()
    store.log(declaration).unlink(missing_ok=True)
    for left in store.leftovers():
        remove(left)
    _require_space(declaration, store.folder)
    began = time.monotonic()
    folder = store.unfinished(declaration)
    try:
        (folder / "scratch").mkdir(parents=True)
        _bootstrap(declaration, store, folder / "root", lambda text: say(f"{time.monotonic() - began:4.0f} s  {text}"))
        _finish(declaration, store, folder, lambda text: say(f"{time.monotonic() - began:4.0f} s  {text}"))
        folder.rename(target)
    except OSError as error:
        raise explain(f"E: {error.strerror or error}", declaration) from None
    finally:
        if folder.exists():
            remove(folder)
    for old in store.unused(declaration, time.time()):
        say(f"{time.monotonic() - began:4.0f} s  删掉两个星期没有用过的 {old.name}")
        remove(old)
    say(f"{time.monotonic() - began:4.0f} s  做好了，{size_of(target) / 10**9:.2f} GB：{target}")
    return target


def size_of(folder: Path) -> int:
    """Return how many bytes of disk a folder takes."""
    done = subprocess.run(["du", "-sxB1", str(folder)], capture_output=True, text=True, check=False)
    return int(done.stdout.split()[0]) if done.stdout else 0


def _require_space(declaration: Declaration, folder: Path) -> None:
    if (free := shutil.disk_usage(folder).free) < _NEEDED:
        raise LabError(
            f"{declaration.title} 没有做成：{folder} 只剩 {free / 10**9:.1f} GB，要 {_NEEDED / 10**9:.0f} GB；"
            "腾出空间，或用 XDG_CACHE_HOME=目录 换一个地方"
        )


def _bootstrap(declaration: Declaration, store: Store, root: Path, say: Say) -> None:
    store.packages.mkdir(parents=True, exist_ok=True)
    store.log(declaration).parent.mkdir(parents=True, exist_ok=True)
    archives = '"$1/var/cache/apt/archives"'
    command = [
        # Mounts and processes are in namespaces of their own, which end with this program, whatever ends that.
        "setpriv", "--pdeathsig=KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
        "mmdebstrap", "--mode=root", f"--variant={declaration.variant}", "--format=directory",
        f"--architectures={declaration.architecture}", f"--include={','.join(declaration.packages)}",
        "--dpkgopt=force-unsafe-io", '--aptopt=APT::Sandbox::User "root"', '--aptopt=Acquire::Retries "3"',
        # Packages are downloaded to where they stay, so that an interrupted build begins with what it had.
        "--skip=essential/unlink", "--skip=cleanup/apt/cache",
        f'--setup-hook=mkdir -p {archives} && mount --bind "$LAB_PACKAGES" {archives}',
        declaration.suites[0], str(root),
        *source_lines(declaration, mirror(os.environ.get("LAB_MIRROR", ""), machine_sources())),
    ]  # fmt: skip
    environment = {**os.environ, "LAB_PACKAGES": str(store.packages), "LC_ALL": "C.UTF-8"}
    lines = []
    with store.log(declaration).open("w", buffering=1, encoding="utf-8") as log, ended(
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace", env=environment, start_new_session=True,
        )
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)
            lines.append(line)
            for begins, text in _PARTS:
                if line.startswith(begins):
                    say(text)
    if process.returncode != 0:
        raise explain("".join(lines), declaration)


def _finish(declaration: Declaration, store: Store, folder: Path, say: Say) -> None:
    """Add what is not from Debian, take out what was this machine's, check, and write down what the system is."""
    root = folder / "root"
    for index in (root / "var/cache/apt").glob("*.bin"):
        index.unlink()
    (root / "etc").mkdir(exist_ok=True)
    # systemd-nspawn wants one; mmdebstrap leaves it empty.
    (root / "etc/machine-id").write_text(f"{declaration.key * 2}\n", encoding="utf-8")
    (root / "etc/hostname").write_text("lab\n", encoding="utf-8")
    (root / "etc/hosts").write_text("127.0.0.1 localhost lab\n::1 localhost\n", encoding="utf-8")
    (root / "etc/resolv.conf").unlink(missing_ok=True)
    (root / "etc/resolv.conf").write_text("", encoding="utf-8")
    if declaration.python:
        say("安装 Python 包")
        _install_python(declaration, root)
    if declaration.fetch:
        say(f"取 {len(declaration.fetch)} 个文件")
        say(f"取完，{fetch(declaration.fetch, store.fetched, root) / 10**6:.0f} MB")
    if declaration.go:
        install(declaration.go, store, root, store.log(declaration), say)
    _make_loop_devices(folder / "devices")
    say("检查")
    _check(declaration, folder)
    facts = {"name": declaration.name, "architecture": declaration.architecture, "key": declaration.key}
    (folder / FACTS).write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


def _make_loop_devices(folder: Path) -> None:
    """Make the nodes of loop devices, for examples that mount a file; the root of a user namespace may not, nor mount one.

    All of them: the kernel hands out any that is free, and makes its node on the machine's own /dev only.
    """
    folder.mkdir()
    try:
        os.mknod(folder / "loop-control", stat.S_IFCHR | 0o600, os.makedev(10, 237))
        for number in range(_LOOP_DEVICES):
            os.mknod(folder / f"loop{number}", stat.S_IFBLK | 0o600, os.makedev(7, number))
    except PermissionError:
        return


def _install_python(declaration: Declaration, root: Path) -> None:
    """Install the locked packages for the Python of the system, from outside: inside there is no pip and no network."""
    version = (root / "usr/bin/python3").readlink().name.removeprefix("python")
    target = root / f"usr/local/lib/python{version}/dist-packages"
    machine = {"amd64": "x86_64", "arm64": "aarch64"}[declaration.architecture]
    done = subprocess.run(
        [
            sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes",
            "--link-mode=copy", f"--target={target}", f"--python-version={version}",
            f"--python-platform={machine}-manylinux_2_36", "-r", str(ROOT / declaration.python),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        reason = " ".join(done.stderr.split())
        if re.search(r"No space left", reason):
            raise explain(reason, declaration)
        raise declaration.places["python"].mistake(f"{declaration.python} 装不上（{reason}）；检查网络，或 make lock")
    programs = root / "usr/local/bin"
    for program in sorted((target / "bin").iterdir()):
        data = program.read_bytes()
        if data.startswith(b"#!"):
            data = b"#!/usr/bin/python3\n" + data.partition(b"\n")[2]
        (programs / program.name).write_bytes(data)
        (programs / program.name).chmod(0o755)
    shutil.rmtree(target / "bin")


def _check(declaration: Declaration, folder: Path) -> None:
    for check in declaration.checks:
        try:
            done = subprocess.run(
                System(declaration.name, folder).command("sh", "-c", check.command),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, errors="replace", env=ENVIRONMENT, check=False, timeout=_CHECK_TIMEOUT,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise check.place.mistake(f"{_CHECK_TIMEOUT} 秒还没有结束：{check.command}；改这条检查") from None
        if check.prints not in done.stdout:
            seen = " ".join(done.stdout.split())[-300:] or "什么也没有"
            raise check.place.mistake(f"检查没有打印“{check.prints}”，打印的是：{seen}；改软件包，或改这条检查")
