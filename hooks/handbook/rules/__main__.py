"""Check the content rules: `python -m handbook.rules` prints every problem of the handbook, in the order of its files.

With the numbers of rules (`python -m handbook.rules LINK-2 LINK-3`) it checks only those.

An editor sees all mistakes at once, each with rule, file, line and remedy. The exit status is 1 when there are any.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from handbook.rules.model import load_handbook
from handbook.rules.registry import RULES, check, check_all

ROOT = Path(__file__).parents[3]


def main(root: Path = ROOT, rules: Sequence[str] = ()) -> int:
    """Print the problems of the handbook in ``root``; return how a program that found them ends."""
    if unknown := [rule for rule in rules if rule not in RULES]:
        sys.stderr.write(f"没有规则 {'、'.join(unknown)}；有的是：{'、'.join(RULES)}\n")
        return 2
    handbook = load_handbook(root)
    problems = sorted({item for rule in rules for item in check(rule, handbook)}) if rules else check_all(handbook)
    lines = [str(problem) for problem in problems]
    if problems:
        lines.append(f"内容规则：{len(problems)} 处要改；编号的意思见 docs/contributing/rules.md")
    else:
        lines.append(f"内容规则：{len(handbook.pages)} 页，{len(rules) or len(RULES)} 条规则，没有问题")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(rules=sys.argv[1:]))
