"""Every rule lets a good handbook pass, and is proven by a bad page in a test of its module."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from handbook.rules.model import load_handbook
from handbook.rules.registry import RULES, check_all
from support.rule_pages import META, PAGE, PAGE_PATH, Changes, find_problems, with_text

EXAMPLE = "examples/iptables/case"
RAN = "title: 例\nlab: none\nsoftware: []\n"


@pytest.mark.parametrize("rule", RULES)
def test_the_good_handbook_passes(tmp_path: Path, rule: str) -> None:
    assert find_problems(tmp_path, rule, {}) == []


def test_every_rule_has_a_bad_page() -> None:
    names = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
    modules = [import_module(f"unit.rules.{name}") for name in names if name != Path(__file__).stem]
    assert {rule for module in modules for rule, _, _ in getattr(module, "BAD", [])} == set(RULES)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({PAGE_PATH: ""}, f"FM-1 {PAGE_PATH}:1: 这一页是空的"),
        ({PAGE_PATH: META}, f"FM-1 {PAGE_PATH}:1: 这一页只有文件头"),
        ({f"{EXAMPLE}/example.yml": RAN, f"{EXAMPLE}/rules.sh~": "x"}, f"FILE-2 {EXAMPLE}/rules.sh~:1: "),
        ({f"{EXAMPLE}/example.yml": RAN, f"{EXAMPLE}/rules.sh": "<<<<<<< HEAD\n=======\n>>>>>>> b\n"}, f"FILE-3 {EXAMPLE}/rules.sh:1: "),
        ({"mkdocs.yml": "<<<<<<< HEAD\nnav:\n=======\nnav: []\n>>>>>>> b\n"}, "FILE-3 mkdocs.yml:1: "),
        ({PAGE_PATH: PAGE.replace("<!-- correction: some-folklore -->", "<!--correction:some-folklore-->")}, f"MARK-1 {PAGE_PATH}:"),
        (with_text("![甲](https://example.org/a.png)"), f"LINK-4 {PAGE_PATH}:21: "),
        (with_text("*甲*{: onclick=\"x()\" }"), f"HTML-2 {PAGE_PATH}:21: "),
        (with_text("!!! note “甲”\n    乙"), f"MD-3 {PAGE_PATH}:21: "),
        (with_text("| 甲 | 乙 |\n| 1 | 2 |"), f"MD-4 {PAGE_PATH}:21: "),
        (with_text("＃＃ 甲"), f"SHAPE-7 {PAGE_PATH}:21: "),
        (with_text("### 甲 {a,b} {#x}"), f"SHAPE-7 {PAGE_PATH}:21: "),
        (with_text("<link rel=stylesheet href=//example.org/a.css>"), f"HTML-1 {PAGE_PATH}:21: "),
        ({"mkdocs.yml": "nav:\n  - 连接跟踪: iptables/stat.md\n"}, "NAV-1 mkdocs.yml:2: "),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem(tmp_path: Path, changes: Changes, problem: str) -> None:
    find_problems(tmp_path, "FM-1", changes)
    (found,) = check_all(load_handbook(tmp_path))
    assert str(found).startswith(problem)


def test_what_is_missing_is_said_when_every_page_can_be_read(tmp_path: Path) -> None:
    find_problems(tmp_path, "FM-1", {PAGE_PATH: None})
    found = {problem.rule for problem in check_all(load_handbook(tmp_path))}
    assert {"CORR-2", "EX-2", "EXAM-1", "GLOSS-1", "GLOSS-3"} <= found
