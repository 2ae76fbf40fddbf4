"""Reads which libraries a program needs, so that the image has those and no others.

A reader loads a few megabytes less.
"""

from __future__ import annotations

import re
import struct

_PT_DYNAMIC, _PT_INTERP, _PT_LOAD = 2, 3, 1
_DT_NEEDED, _DT_STRTAB = 1, 5
_DEPENDS = re.compile(rb"\0depends=([^\0]*)\0")


def is_elf(data: bytes) -> bool:
    """Tell whether a file is a program or a library of a 32-bit processor."""
    return data[:5] == b"\x7fELF\x01"


def needed(data: bytes) -> list[str]:
    """Return the names of the libraries that a 32-bit ELF file needs, and the path of its loader; none for a static one."""
    offset, size, count = struct.unpack_from("<I", data, 28)[0], *struct.unpack_from("<HH", data, 42)
    headers = [struct.unpack_from("<6I", data, offset + size * index) for index in range(count)]
    loads = [(start, address, length) for kind, start, address, _, length, _ in headers if kind == _PT_LOAD]
    found = []
    for kind, start, _, _, length, _ in headers:
        if kind == _PT_INTERP:
            found.append(data[start : start + length].rstrip(b"\0").decode())
        if kind == _PT_DYNAMIC:
            entries = [struct.unpack_from("<2I", data, start + step) for step in range(0, length, 8)]
            tables = [value for tag, value in entries if tag == _DT_STRTAB]
            names = next((_place(address, loads) for address in tables), 0)
            found += [_text(data, names + value) for tag, value in entries if tag == _DT_NEEDED]
    return found


def module_depends(data: bytes) -> list[str]:
    """Return the names of the modules that a kernel module says it needs, with underscores as lsmod shows them."""
    match = _DEPENDS.search(data)
    return [name.replace("-", "_") for name in match[1].decode().split(",") if name] if match else []


def _place(address: int, loads: list[tuple[int, int, int]]) -> int:
    """Return where in the file an address of memory lies."""
    return next(start + address - begin for start, begin, length in loads if begin <= address < begin + length)


def _text(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode()
