"""What the image keeps of an unpacked Debian: programs with what their links lead to, files, modules in order."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Mapping

import pytest

from emulator.recipe import Pack
from emulator.root import MissingError, Tree, chosen, merged, modules, pack_archive, read


def _tree(files: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> Tree:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(data), 5
            archive.addfile(info, io.BytesIO(data))
        for name, leads in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, leads
            archive.addfile(info)
    return read(tarfile.open(fileobj=io.BytesIO(target.getvalue())))


def _pack(programs: str = "", files: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> Pack:
    return Pack("some", tuple(programs.split()), files, without)


def test_folders_that_are_links_in_an_installed_system_are_below_usr() -> None:
    assert merged("./bin/ls") == "usr/bin/ls"
    assert merged("/lib/ld-linux.so.2") == "usr/lib/ld-linux.so.2"
    assert merged("./etc/passwd") == "etc/passwd"


def test_a_program_comes_with_what_its_links_lead_to() -> None:
    tree = _tree({"./usr/sbin/multi": b"x"}, {"./usr/sbin/nft-a": "nft-b", "./usr/sbin/nft-b": "/usr/sbin/multi"})
    assert chosen(tree, _pack("nft-a")) == {"usr/sbin/nft-a", "usr/sbin/nft-b", "usr/sbin/multi"}


def test_files_come_by_pattern_and_some_stay_away() -> None:
    tree = _tree({"./usr/lib/p/a.py": b"", "./usr/lib/p/test/b.py": b"", "./lib/terminfo/d/dumb": b""})
    found = chosen(tree, _pack(files=("usr/lib/p/**", "lib/terminfo/d/dumb"), without=("usr/lib/p/test/**",)))
    assert found == {"usr/lib/p/a.py", "usr/lib/terminfo/d/dumb"}


def test_what_no_package_has_is_refused() -> None:
    tree = _tree({"./bin/ls": b""})
    with pytest.raises(MissingError, match="没有程序 sl"):
        chosen(tree, _pack("sl"))
    with pytest.raises(MissingError, match="没有文件 etc/x"):
        chosen(tree, _pack(files=("etc/x",)))
    with pytest.raises(MissingError, match="没有模块 veth"):
        modules(tree, ["veth"])


def test_modules_come_after_those_that_they_need() -> None:
    tree = _tree(
        {
            "./lib/modules/6.1/net/xt_nat.ko": b"\0depends=nf-nat\0",
            "./lib/modules/6.1/net/nf_nat.ko": b"\0depends=libcrc32c\0",
            "./lib/modules/6.1/lib/libcrc32c.ko": b"\0depends=\0",
        }
    )
    order = [path.rpartition("/")[2] for path in modules(tree, ["xt_nat", "libcrc32c"])]
    assert order == ["libcrc32c.ko", "nf_nat.ko", "xt_nat.ko"]


def test_a_pack_keeps_the_times_of_its_files() -> None:
    tree = _tree({"./usr/bin/python3.11": b"elf"}, {"./usr/bin/python3": "python3.11"})
    with tarfile.open(fileobj=io.BytesIO(pack_archive(tree, chosen(tree, _pack("python3"))))) as archive:
        assert {member.name: member.mtime for member in archive if member.isreg()} == {"usr/bin/python3.11": 5}
        assert archive.getmember("usr/bin/python3").linkname == "python3.11"
