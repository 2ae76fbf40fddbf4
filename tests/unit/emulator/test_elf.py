"""Which libraries a program of a 32-bit processor needs, from one that is made here."""

from __future__ import annotations

import struct

from emulator.elf import is_elf, module_depends, needed


def _program(*libraries: str, loader: str = "") -> bytes:
    """Return a small ELF file: header, three program headers, the dynamic section, its texts."""
    address = 0x08048000
    texts = b"\0" + b"".join(name.encode() + b"\0" for name in libraries)
    interpreter = loader.encode() + b"\0"
    dynamic_at = 52 + 3 * 32
    count = len(libraries) + 2
    texts_at = dynamic_at + 8 * count
    interpreter_at = texts_at + len(texts)
    size = interpreter_at + len(interpreter)
    dynamic = b""
    for index, _ in enumerate(libraries):
        dynamic += struct.pack("<2I", 1, texts.index(libraries[index].encode()))
    dynamic += struct.pack("<2I", 5, address + texts_at) + struct.pack("<2I", 0, 0)
    headers = [
        (1, 0, address, 0, size, size, 5, 4096),
        (2, dynamic_at, address + dynamic_at, 0, len(dynamic), len(dynamic), 6, 4),
        (3, interpreter_at, address + interpreter_at, 0, len(interpreter), len(interpreter), 4, 1)
        if loader
        else (0,) * 8,
    ]
    head = b"\x7fELF\x01\x01\x01" + bytes(9) + struct.pack("<2H5I6H", 2, 3, 1, address, 52, 0, 0, 52, 32, 3, 40, 0, 0)
    return head + b"".join(struct.pack("<8I", *header) for header in headers) + dynamic + texts + interpreter


def test_a_program_names_its_libraries_and_its_loader() -> None:
    data = _program("libc.so.6", "libm.so.6", loader="/lib/ld-linux.so.2")
    assert is_elf(data)
    assert sorted(needed(data)) == ["/lib/ld-linux.so.2", "libc.so.6", "libm.so.6"]


def test_a_static_program_needs_nothing() -> None:
    assert needed(_program()) == []


def test_a_script_is_no_program() -> None:
    assert not is_elf(b"#!/bin/sh\n")


def test_a_module_names_those_that_it_needs() -> None:
    data = b"\0license=GPL\0depends=nf_conntrack,nf-nat\0name=xt_nat\0"
    assert module_depends(data) == ["nf_conntrack", "nf_nat"]
    assert module_depends(b"\0license=GPL\0depends=\0") == []
