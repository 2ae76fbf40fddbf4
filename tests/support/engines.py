"""Other engines that can build the handbook, each in an environment of its own: installed beside MkDocs, they print into its builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from support.require import unmet

# The newest that have a wheel for Python 3.11 on Debian 12's glibc.
VERSIONS = {"properdocs": "1.6.7", "zensical": "0.0.73"}
PATIENCE = 300  # seconds to install one, from a slow mirror


def engine(name: str) -> Path:
    """Return the Python that has an engine, and this project's packages behind it; skip where it cannot be installed.

    The environment stays in the user's cache folder, by version: only the first run needs a network.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "yunwei-dazhao" / "engines"
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    final = cache / f"{name}-{VERSIONS[name]}-python{python}"
    if not final.exists():
        cache.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=cache))
        try:
            _install(made, f"{name}=={VERSIONS[name]}")
            if not final.exists():
                made.rename(final)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    # Behind the engine's own packages; the checkout that runs may be another one than the first time.
    (_packages(final) / "project.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return final / "bin/python"


def _install(folder: Path, requirement: str) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    command = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        subprocess.run(
            [*command, "--only-binary", ":all:", requirement],
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        unmet(f"{requirement} 装不上，没有检查手册在它上面是否成立：{said[-1] if said else error}")


def _packages(folder: Path) -> Path:
    return next(folder.glob("lib/python3*/site-packages"))
