"""`python -m emulator.cli make` makes the image, `test [example ...]` runs examples in it: `make emulator`, `make test-emulator`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from emulator.build import make  # noqa: E402
from emulator.recipe import load  # noqa: E402
from emulator.root import MissingError  # noqa: E402
from emulator.suite import test  # noqa: E402
from handbook.mistakes import MistakeError  # noqa: E402
from lab.failures import LabError  # noqa: E402


def main(arguments: list[str]) -> int:
    """Make the image, or run examples in it; return 1 when something went wrong, 2 for arguments that make no sense."""
    command, names = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("make", "test"):
        print("用法：make emulator，或 make test-emulator [ONLY=专题/目录名]", file=sys.stderr)
        return 2
    try:
        recipe = load()
        folder = make(recipe, lambda text: print(f"  {text}", flush=True))
        print(f"✔ {folder}", flush=True)
        if command == "test":
            return test(recipe, folder, names, lambda text: print(text, flush=True))
    except (LabError, MissingError, MistakeError) as error:
        print(f"✘ {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("✘ 中断了", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
