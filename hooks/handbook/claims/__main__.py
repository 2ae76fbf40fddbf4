"""`make stale`: list the facts whose last check is more than six months ago, and the pages that rest on them."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from handbook.claims.data import FOLDER, due, read_claims

ROOT = Path(__file__).resolve().parents[3]


def main(root: Path = ROOT, today: datetime.date | None = None) -> int:
    """Print the list; return 1 when a file cannot be read, whatever is due."""
    today = today or datetime.datetime.now(datetime.UTC).date()
    claims, mistakes = read_claims(root / FOLDER, today)
    for mistake in mistakes:
        sys.stderr.write(f"{mistake}\n")
    stale = due(claims, today)
    for page, facts in stale.items():
        sys.stdout.write(f"docs/{page}\n")
        for fact in facts:
            where = f"{fact.source} {fact.url}".strip()
            sys.stdout.write(f"  {fact.checked}  {fact.file}:{fact.line}  {fact.claim}（{where}）\n")
    count = sum(map(len, stale.values()))
    sys.stdout.write(f"{len(claims)} 条事实，{count} 条六个月没有核对过，涉及 {len(stale)} 页\n")
    return 1 if mistakes else 0


if __name__ == "__main__":
    raise SystemExit(main())
