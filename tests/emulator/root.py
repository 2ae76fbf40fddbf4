"""Takes out of an unpacked Debian what the image keeps: programs, their libraries, the modules of the kernel.

Everything else (documents, translations, drivers) would only be megabytes that a reader waits for.
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from emulator.cpio import Entry
from emulator.elf import is_elf, module_depends, needed
from emulator.recipe import Pack, Recipe

# Debian 12's packages still have files in these folders, which are links in every installed system.
_MERGED = ("bin", "sbin", "lib")
_PROGRAMS = ("usr/bin", "usr/sbin")
_LIBRARIES = ("usr/lib/i386-linux-gnu", "usr/lib")
_USERS = """\
tcpdump:x:104:110::/nonexistent:/usr/sbin/nologin
"""
_GROUPS = """\
tcpdump:x:110:
"""


class MissingError(LookupError):
    """The recipe names something that no package has."""


@dataclass(frozen=True)
class Tree:
    """The files of an unpacked Debian by their path, without a leading slash and with /bin, /sbin, /lib below /usr."""

    members: dict[str, tarfile.TarInfo]
    archive: tarfile.TarFile

    def data(self, path: str) -> bytes:
        """Return what is in a file; of a hard link, in the file that it is another name of."""
        file = self.archive.extractfile(self.members[path])
        return b"" if file is None else file.read()

    def target(self, path: str) -> str:
        """Return the path to which a link leads, one step."""
        link = self.members[path].linkname
        return merged(link if link.startswith("/") else posixpath.join(posixpath.dirname(path), link))

    def matching(self, patterns: Iterable[str]) -> set[str]:
        """Return the paths that one of the patterns fits, where a `*` stands for slashes too."""
        one = re.compile("|".join(translate(merged(pattern)) for pattern in patterns) or r"(?!)")
        return {path for path in self.members if one.match(path)}


def merged(path: str) -> str:
    """Return a path as an installed system has it: `/bin/ls` is `usr/bin/ls`."""
    clean = posixpath.normpath(path).lstrip("/")
    return f"usr/{clean}" if clean.partition("/")[0] in _MERGED else clean


def read(archive: tarfile.TarFile) -> Tree:
    """Return the tree of an archive that mmdebstrap has written."""
    members = {merged(member.name): member for member in archive if not member.isdir() and not member.isdev()}
    return Tree(members, archive)


def chosen(tree: Tree, pack: Pack) -> set[str]:
    """Return the paths of a pack: its programs and files, what links among them lead to, and all libraries they need."""
    found: set[str] = set()
    for program in pack.programs:
        paths = [path for folder in _PROGRAMS if (path := f"{folder}/{program}") in tree.members]
        if not paths:
            raise MissingError(f"软件包里没有程序 {program}；改正 emulator/image.yml，或加上有它的软件包")
        found.update(paths)
    for pattern in pack.files:
        paths = sorted(tree.matching([pattern]))
        if not paths:
            raise MissingError(f"软件包里没有文件 {pattern}；改正 emulator/image.yml")
        found.update(paths)
    found -= tree.matching(pack.without)
    left = sorted(found)
    while left:
        path = left.pop()
        for other in _wanted_by(tree, path):
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def _wanted_by(tree: Tree, path: str) -> list[str]:
    member = tree.members[path]
    if member.issym():
        target = tree.target(path)
        return [target] if target in tree.members else []
    data = tree.data(path)
    return [_library(tree, name, path) for name in needed(data)] if is_elf(data) else []


def _library(tree: Tree, name: str, program: str) -> str:
    places = [merged(name)] if "/" in name else [f"{folder}/{name}" for folder in _LIBRARIES]
    found = next((place for place in places if place in tree.members), None)
    if found is None:
        raise MissingError(f"{program} 要的库 {name} 不在软件包里；在 emulator/image.yml 里加上有它的软件包")
    return found


def modules(tree: Tree, names: Iterable[str]) -> list[str]:
    """Return the paths of kernel modules, each after those that it needs."""
    paths = {Path(path).stem.replace("-", "_"): path for path in tree.members if path.endswith(".ko")}
    order: list[str] = []

    def add(name: str) -> None:
        path = paths.get(name.replace("-", "_"))
        if path is None:
            raise MissingError(f"内核没有模块 {name}；改正 emulator/image.yml")
        if path not in order:
            for other in module_depends(tree.data(path)):
                add(other)
            order.append(path)

    for name in names:
        add(name)
    return order


def entries(tree: Tree, recipe: Recipe, scripts: dict[str, bytes]) -> list[Entry]:
    """Return the initramfs: what the recipe keeps, the modules in order, and the scripts, by the path of each."""
    files: dict[str, Entry] = {}
    for path in sorted(chosen(tree, recipe.base)):
        files[path] = _entry(tree, path)
    for path, target in recipe.links.items():
        files[path] = Entry(path, stat.S_IFLNK | 0o777, target.encode())
    order = modules(tree, recipe.modules)
    for path in order:
        name = f"modules/{Path(path).name}"
        files[name] = Entry(name, stat.S_IFREG | 0o644, tree.data(path))
    texts = {
        "modules/order": "".join(f"{Path(path).name}\n" for path in order).encode(),
        "etc/passwd": tree.data("usr/share/base-passwd/passwd.master").replace(b":*:", b":x:") + _USERS.encode(),
        "etc/group": tree.data("usr/share/base-passwd/group.master").replace(b":*:", b":x:") + _GROUPS.encode(),
        "etc/hosts": b"127.0.0.1 localhost lab\n::1 localhost\n",
        "etc/hostname": b"lab\n",
        "etc/resolv.conf": b"",
        "etc/nsswitch.conf": b"passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n",
        "etc/fstab": b"",
    }
    for path, data in texts.items():
        files[path] = Entry(path, stat.S_IFREG | 0o644, data)
    for path, data in scripts.items():
        files[path] = Entry(path, stat.S_IFREG | 0o755, data)
    links = [Entry(name, stat.S_IFLNK | 0o777, f"usr/{name}".encode()) for name in _MERGED]
    devices = [
        Entry("dev/console", stat.S_IFCHR | 0o600, device=(5, 1)),
        Entry("dev/null", stat.S_IFCHR | 0o666, device=(1, 3)),
    ]
    extra = ("dev", "proc", "root", "var/log", "var/tmp", "var/lib")
    folders = {*extra, "var"}
    for path in files:
        folders.update(parent.as_posix() for parent in Path(path).parents if parent.as_posix() != ".")
    return [
        *(Entry(path, stat.S_IFDIR | 0o755) for path in sorted(folders)),
        *links, *devices, *(files[path] for path in sorted(files)),
    ]  # fmt: skip


def pack_archive(tree: Tree, paths: Iterable[str]) -> bytes:
    """Return a tar of some files with the times that they have: Python compares those with what it has compiled."""
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w", format=tarfile.GNU_FORMAT) as target:
        for path in sorted(paths):
            member = tree.members[path]
            info = tarfile.TarInfo(path)
            info.mode, info.mtime = member.mode & 0o777, int(member.mtime)
            if member.issym():
                info.type, info.linkname = tarfile.SYMTYPE, member.linkname
                target.addfile(info)
            else:
                data = tree.data(path)
                info.size = len(data)
                target.addfile(info, io.BytesIO(data))
    return output.getvalue()


def _entry(tree: Tree, path: str) -> Entry:
    member = tree.members[path]
    if member.issym():
        return Entry(path, stat.S_IFLNK | 0o777, member.linkname.encode())
    return Entry(path, stat.S_IFREG | (member.mode & 0o7777), tree.data(path))
