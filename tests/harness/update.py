"""Runs examples and writes down what they printed: `python tests/harness/update.py [topic/what-it-shows ...]`."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from boot.run import run_in_machine  # noqa: E402
from harness.runner import EXAMPLES, executable_names, machine_names, run_example, write_record  # noqa: E402


def main(names: list[str]) -> int:
    """Update the named examples; without a name all but those that start a virtual machine.

    Return 1 if one failed; a failed one keeps its old record.
    """
    known, machines = executable_names(), machine_names()
    if unknown := [name for name in names if name not in [*known, *machines]]:
        print(
            f"没有这个示例：{'、'.join(unknown)}（要写成 专题/目录名；未执行的列在 examples/exceptions.yml）",
            file=sys.stderr,
        )
        return 2
    failed = 0
    for name in names or known:
        outcome = (run_in_machine if name in machines else run_example)(EXAMPLES / name)
        if outcome.exit_status == 0:
            write_record(EXAMPLES / name, outcome)
            print(f"✔ {name}")
        else:
            failed = 1
            print(f"✘ {name}（退出码 {outcome.exit_status}，记录没有改动）\n{outcome.transcript}", file=sys.stderr)
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
