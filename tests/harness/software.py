"""How each piece of software tells its version, and which program shows that it is there."""

from __future__ import annotations

import platform
import re
import subprocess
from dataclasses import dataclass

# The system on which the records are made: the only one that pages may name.
RECORDED_SYSTEM = "Debian 12"


@dataclass(frozen=True)
class Software:
    """`program` is what must be on PATH; `command` prints the version; `pattern` takes it out (group 1).

    The pattern keeps what a Debian release promises to keep: a security update must not make every page stale.
    """

    label: str
    program: str
    command: tuple[str, ...]
    pattern: str


SOFTWARE = {
    "arping": Software("iputils-arping", "arping", ("arping", "-V"), r"iputils (\d+)"),
    "arptables": Software("arptables", "arptables", ("arptables", "--version"), r"v?(\d[\d.]+ \(\w+\))"),
    "bash": Software("Bash", "bash", ("bash", "--version"), r"version (\d+\.\d+)"),
    "binutils": Software("binutils", "strings", ("strings", "--version"), r"(\d[\d.]+)$"),
    "bsdextrautils": Software("bsdextrautils", "column", ("column", "--version"), r"util-linux (\d[\d.]+)"),
    "busybox": Software("BusyBox", "busybox", ("busybox",), r"BusyBox v(\d[\d.]+)"),
    "conntrack": Software("conntrack", "conntrack", ("conntrack", "--version"), r"v(\d[\d.]+)"),
    "coreutils": Software("coreutils", "df", ("df", "--version"), r"coreutils\) (\d[\d.]+)"),
    "curl": Software("curl", "curl", ("curl", "--version"), r"curl (\d[\d.]+)"),
    "util-linux": Software("util-linux", "findmnt", ("findmnt", "--version"), r"util-linux (\d+\.\d+)"),
