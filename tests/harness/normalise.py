"""Replaces what differs on every run (clocks, ports, numbers drawn by lot), so that transcripts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

_EPHEMERAL = r"(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})"

RULES: tuple[tuple[str, str], ...] = (
    # ping
    (r"time[=<][\d.]+ ms", "time=… ms"),
    (r", time \d+ms", ", time …ms"),
    (r"(rtt min/avg/max/mdev) = .*", r"\1 = …"),
    (r", pipe \d+", ""),
    # tcpdump
    (r"(?m)^\d\d:\d\d:\d\d\.\d{6}", "HH:MM:SS.……"),
    (r"\b(val|ecr) \d+", r"\1 …"),
    (r"\bid \d+, offset", "id …, offset"),
    # arping
    (r"\b\d+\.\d+ms\b", "…ms"),
    # the local port that the kernel picks (net.ipv4.ip_local_port_range)
    (rf"((?:\d+\.){{4}}|:|port=|source port ){_EPHEMERAL}\b", r"\1PORT"),
    # iptables-save, iptables-restore-translate
    (r"(?m)^(# (?:Generated|Completed|Translated) by .*?) on .*$", r"\1 on …"),
    (r"\bpid=\d+", "pid=…"),
)


def normalise(text: str, extra: Iterable[tuple[str, str]] = ()) -> str:
    """Return `text` with every rule applied, then the example's own (pattern, replacement) pairs; trailing blanks go."""
    for pattern, replacement in (*RULES, *extra):
        text = re.sub(pattern, replacement, text)
    return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n")) + "\n"
