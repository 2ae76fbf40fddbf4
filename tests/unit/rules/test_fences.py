"""Rules about code blocks, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import PAGE, Changes, find_problems, report, with_text

GOOD: list[tuple[str, Changes]] = [
    ("CODE-3", with_text("```nft\na\n```\n\n```mermaid\na\n```\n\n```yaml\na: 1\n```\n\n~~~{.bash}\na\n~~~")),
    ("CODE-3", with_text("```yaml title=\"a b\" hl_lines='1 2-3' linenums=1\na: 1\nb: 2\nc: 3\n```")),
    ("PROOF-1", with_text('```bash not-run="要真的显卡"\nls\n```\n\n```text\nls\n```')),
    ("PROOF-1", {"docs/contributing/index.md": PAGE + "\n```bash\nmake check\n```\n"}),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("CODE-3", with_text("```bsah\nls\n```"), "21: 没有 bsah 这种语言；是不是 bash"),
    ("CODE-3", with_text("```mermiad\nflowchart TD\n```"), "21: 没有 mermiad 这种语言；是不是 mermaid"),
    ("CODE-3", with_text("```命令行\nls\n```"), "21: 没有 命令行 这种语言；没有合适的就写 text"),
    ("CODE-3", with_text("```text title=“x”\nls\n```"), "21: 代码块的第一行写法不对"),
    ("PROOF-1", with_text("```bash\niptables -F\n```"), "21: 这一段没有执行过的凭据"),
    ("PROOF-1", with_text("```yaml\nkind: Pod\n```"), "21: 这一段没有执行过的凭据"),
    ("PROOF-1", with_text("- 一步\n\n    ```sql\n    KILL USER app;\n    ```"), "23: 这一段没有执行过的凭据"),
    ("PROOF-1", with_text("```console\n$ ls\na\n```"), "21: 这一段没有执行过的凭据"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
