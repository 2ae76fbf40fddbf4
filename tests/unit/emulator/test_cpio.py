"""The initramfs is an archive that cpio's newc format says it is, the same for the same files."""

from __future__ import annotations

import stat

from emulator.cpio import Entry, archive


def test_an_entry_has_its_name_size_and_data_on_boundaries_of_four() -> None:
    data = archive([Entry("init", stat.S_IFREG | 0o755, b"#!/bin/sh\n")])
    assert data[:6] == b"070701"
    fields = [int(data[6 + 8 * index : 14 + 8 * index], 16) for index in range(13)]
    assert fields[1] == stat.S_IFREG | 0o755
    assert fields[6] == 10
    assert fields[11] == len("init") + 1
    start = 110 + 5 + 1
    assert data[start : start + 10] == b"#!/bin/sh\n"
    assert len(data) % 4 == 0
    assert b"TRAILER!!!" in data


def test_the_same_files_are_the_same_bytes() -> None:
    entries = [Entry("dev", stat.S_IFDIR | 0o755), Entry("dev/console", stat.S_IFCHR | 0o600, device=(5, 1))]
    assert archive(entries) == archive(list(entries))
