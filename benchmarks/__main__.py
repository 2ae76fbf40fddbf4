"""Run every benchmark, or those that the command line names: ``python -m benchmarks build edit``."""

from __future__ import annotations

import subprocess
import sys

from handbook.benchmarks.render import PARTS


def main() -> int:
    """Run each part in a process of its own; return 1 if one fails or misses a goal."""
    wanted = sys.argv[1:] or PARTS
    if unknown := [part for part in wanted if part not in PARTS]:
        raise SystemExit(f"没有 {'、'.join(unknown)}；可选：{'、'.join(PARTS)}")
    return max(subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=False).returncode for part in wanted)


if __name__ == "__main__":
    sys.exit(main())
