"""Add the spaces that TYPO-1 asks for, in all pages. Run by `make fix`."""

from __future__ import annotations

import sys
from pathlib import Path

from handbook.page_source import parse_page
from handbook.rules.text import add_spaces, spaced_lines

ROOT = Path(__file__).parents[3]


def fix_text(path: str, text: str) -> str:
    """Return the source ``text`` of the page ``path`` with spaces added; code and the rest stay as they are."""
    lines = text.splitlines(keepends=True)
    for number, line in spaced_lines(parse_page(path, text)):
        ending = lines[number - 1][len(line) :]
        lines[number - 1] = add_spaces(line) + ending
    return "".join(lines)


def main() -> None:
    """Rewrite the pages that need it and name them."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        fixed = fix_text(path.relative_to(ROOT / "docs").as_posix(), text)
        if fixed != text:
            path.write_text(fixed, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
