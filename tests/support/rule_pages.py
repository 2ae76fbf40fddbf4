"""A small handbook that obeys every content rule, and ways to break it: what the tests of the rules share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handbook.rules.model import Problem, load_handbook
from handbook.rules.registry import check

# Files by name from the root of the project; None leaves a file out.
Changes = Mapping[str, str | None]

META = """\
---
title: 连接跟踪
description: 内核怎样记住每一条连接，防火墙怎样用它。
kind: concept
tags: [iptables, conntrack]
reviewed: "2026-11"
versions: [iptables 1.8.9]
---
"""
BODY = """\
# 连接跟踪

!!! abstract "一句话"
    内核给每条连接记一条账。

**读完你会**

- 读懂一行。
- 找出是谁。

## 原理 {#how}

```bash example="iptables/case/rules.sh"
```

## 常见误解 {#misconceptions}

<!-- correction: some-folklore -->

## 自测 {#self-test}

??? question "一？" {#q-state-one see=how}
    答

??? question "二？" {#q-state-two see=how}
    答

??? question "三？" {#q-state-three see=how}
    答

## 延伸阅读 {#further-reading}

- [conntrack(8)](https://example.org/conntrack)
"""
PAGE = META + BODY
PAGE_PATH = "docs/iptables/state.md"
FILES = {
    PAGE_PATH: PAGE,
    "examples/iptables/case/example.yml": "title: 例\nlab: none\nsoftware: [iptables]\nnot_run: 这里只有一条看规则的命令，没有要验证的事\n",
    "examples/iptables/case/rules.sh": "iptables -S\n",
    "data/glossary.yml": (
        "- {id: kernel, term: 内核, en: kernel, aliases: [kernel], definition: 管理硬件的程序。, "
        "page: iptables/state.md#how, topic: iptables}\n"
    ),
    "data/kubernetes-releases.yml": (
        "checked: '2026-11-22'\nreleases:\n- {version: '1.0', released: '2015-07-21', sources: [甲]}\n"
    ),
    "data/search-exam.yml": "中文:\n  - {ask: 连接跟踪, page: iptables/state.md}\n",
    "data/synonyms.yml": "- [k8s, Kubernetes]\n",
    "data/tags.yml": "# 标签\n- iptables\n- conntrack\n",
    "data/corrections.yml": (
        "- {id: some-folklore, topic: iptables, claim: 目标能小写。, truth: 目标要大写。, why: 名字像。, looks_like: 看着一样。, "
        "evidence: [{source: iptables(8)}], page: iptables/state.md#how}\n"
    ),
}


TOOLS = "docs/corrections.md"
SHORT_META = '---\ntitle: 勘误\ndescription: 流传的错误说法和证据在这里。\nkind: reference\nreviewed: "2026-11"\n---\n'


def find_problems(root: Path, rule: str, changes: Changes) -> list[Problem]:
    """Write the good handbook with ``changes`` to ``root`` and return what one rule says of it."""
    for name, text in (FILES | dict(changes)).items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8", newline="")
    return check(rule, load_handbook(root))


def report(root: Path, rule: str, changes: Changes) -> str:
    """Return the lines that one rule prints; each names the rule, and says what is wrong and what to do."""
    lines = [str(problem) for problem in find_problems(root, rule, changes)]
    assert lines
    assert all(line.startswith(f"{rule} ") and "；" in line for line in lines), lines
    return "\n".join(lines)


def with_text(text: str) -> dict[str, str]:
    """Return the good page with ``text`` in its first section."""
    return {PAGE_PATH: PAGE.replace("## 原理 {#how}\n", f"## 原理 {{#how}}\n\n{text}\n")}


def instead(old: str, new: str) -> dict[str, str]:
    """Return the good page with ``new`` in place of ``old``."""
    assert old in PAGE
    return {PAGE_PATH: PAGE.replace(old, new)}
