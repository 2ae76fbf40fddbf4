"""Runs many examples in a system of the lab and sorts them: same output, other output, failed.

Before a new Debian becomes the one that pages show, an editor sees what of them does not hold there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from harness.runner import Outcome


@dataclass(frozen=True)
class Finding:
    """What one example did: `changed` is its output as a diff to the record, "" where it is the same."""

    name: str
    outcome: Outcome
    changed: str

    @property
    def kind(self) -> str:
        """What a reader of the summary is told."""
        if self.outcome.exit_status != 0:
            return "失败"
        return "输出不同" if self.changed else "输出相同"


def survey(
    names: Iterable[str], run: Callable[[str], Outcome], changed: Callable[[str, Outcome], str],
    say: Callable[[str], None], workers: int,
) -> list[Finding]:  # fmt: skip
    """Run the examples, `workers` at a time; say a line for each when it is its turn; return the findings in order."""

    def one(name: str) -> Finding:
        outcome = run(name)
        return Finding(name, outcome, changed(name, outcome))

    findings = []
    with ThreadPoolExecutor(workers) as pool:
        for finding in pool.map(one, names):
            say(f"{finding.kind}  {finding.name}")
            findings.append(finding)
    return findings


def report(findings: Iterable[Finding]) -> str:
    """Return the lists of what failed and what differs, each with what it printed or how that differs."""
    found = list(findings)
    parts = []
    for kind in ("失败", "输出不同"):
        chosen = [finding for finding in found if finding.kind == kind]
        parts.append(f"{kind}：{len(chosen)}\n")
        parts += [
            f"\n=== {one.name}\n{one.outcome.transcript if one.outcome.exit_status else one.changed}" for one in chosen
        ]
    return "\n".join(parts)


def summary(findings: Iterable[Finding]) -> str:
    """Return how many examples there were of each kind."""
    kinds = [finding.kind for finding in findings]
    return "，".join(f"{kind} {kinds.count(kind)}" for kind in ("输出相同", "输出不同", "失败"))
