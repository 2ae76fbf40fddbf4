"""Chooses where a system's packages come from: the mirror that is named, or the machine's own.

Who sits behind a slow line names a near mirror once, and all systems come from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lab.declaration import ROOT, Declaration

DEFAULT_MIRROR = "http://deb.debian.org/debian"
_URI = re.compile(r"^(?:URIs:\s*|deb\s+(?:\[[^]]*]\s+)?)(https?://\S+)", re.MULTILINE)


def machine_sources(folder: Path = Path("/etc/apt")) -> list[str]:
    """Return the texts of the machine's lists of apt sources; none where there is no apt."""
    files = [folder / "sources.list", *sorted(folder.glob("sources.list.d/*.sources"))]
    files += sorted(folder.glob("sources.list.d/*.list"))
    return [file.read_text(encoding="utf-8") for file in files if file.is_file()]


def mirror(named: str, sources: Iterable[str]) -> str:
    """Return the mirror that is named; else the first Debian mirror in `sources`; else Debian's own.

    Other sources of the machine (Ubuntu's, a vendor's) have no Debian: a Debian mirror's address ends in `/debian`.
    """
    own = (uri.rstrip("/") for text in sources for uri in _URI.findall(text))
    return named.rstrip("/") or next((uri for uri in own if uri.endswith("/debian")), DEFAULT_MIRROR)


def source_lines(declaration: Declaration, mirror: str) -> list[str]:
    """Return the apt sources of a system, one `deb` line for each suite; security updates lie beside the mirror."""
    options = [] if declaration.valid_until else ["check-valid-until=no"]
    options += [f"signed-by={ROOT / declaration.keyring}"] if declaration.keyring else []
    shown = f"[{' '.join(options)}] " if options else ""
    security = f"{mirror.removesuffix('/debian')}/debian-security"
    return [
        f"deb {shown}{security if suite.endswith('-security') else mirror} {suite} main" for suite in declaration.suites
    ]
