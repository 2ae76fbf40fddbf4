from __future__ import annotations

from pathlib import Path

import pytest

from handbook.entries.data import PageEntries, count_list, nav_order, read_entries, sort_pages
from handbook.mistakes import MistakeError

STATE = """\
---
title: 连接跟踪
description: 内核怎样记住连接。
symptoms:
  - {ask: "新连接全部失败", see: table-full}
  - {ask: "日志里有 `table full` [满]", see: table-full}
  - {ask: "第三条", see: third}
interview:
  - {ask: "UDP 有状态吗？", see: udp, id: q-state-udp}
---
# 连接跟踪
"""
INDEX = "---\ntitle: iptables 防火墙\ndescription: 从一个包的路径讲起。\n---\n# iptables\n"
TCP = '---\ntitle: TCP\nsymptoms: [{ask: "连不上", see: refused}]\n---\n# TCP\n'


def read_pages() -> list[PageEntries]:
    """Return four pages of two topics, not in the order of the navigation."""
    sources = {"network/tcp.md": TCP, "iptables/state.md": STATE, "iptables/index.md": INDEX, "index.md": "# 首页"}
    return [read_entries(path, text) for path, text in sources.items()]


def test_a_page_is_read() -> None:
    page = read_entries("iptables/state.md", STATE)
    assert (page.topic, page.title, page.description) == ("iptables", "连接跟踪", "内核怎样记住连接。")
    assert [(entry.ask, entry.see, entry.id) for entry in page.interview] == [("UDP 有状态吗？", "udp", "q-state-udp")]


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ("symptoms: 端口不通", 3, "symptoms 要写成列表；"),
        ("symptoms:\n  - {ask: 端口不通}", 4, "symptoms 每一条要有 ask 和 see"),
        ("interview:\n  - {ask: 甲, see: a}\n  - 端口不通", 5, "interview 每一条要有 ask 和 see"),
        ('interview:\n  - {ask: 甲, see: "#a"}', 4, "see 是本页小节的 id，不带 #"),
        ("interview:\n  - {ask: 甲, see: a, id: State}", 4, "id 写成 q-页名-小写英文；现在是“State”"),
        ("symptoms:\n  - {ask: 甲, see: 1}", 4, "都是文字"),
        ("symptoms: [", 4, "YAML"),
    ],
)
def test_a_mistake_names_page_line_and_remedy(entries: str, line: int, message: str) -> None:
    with pytest.raises(MistakeError) as caught:
        read_entries("iptables/a.md", f"---\ntitle: 甲\n{entries}\n---\n# 甲\n")
    assert str(caught.value).startswith(f"docs/iptables/a.md:{line}: ")
    assert message in str(caught.value)


def test_pages_follow_the_navigation_and_the_rest_comes_last() -> None:
    nav = [{"首页": "index.md"}, {"网络": [{"防火墙": ["iptables/index.md", {"状态": "iptables/state.md"}]}]}]
    assert nav_order(nav) == ["index.md", "iptables/index.md", "iptables/state.md"]
    ordered = [page.path for page in sort_pages(read_pages(), nav_order(nav))]
    assert ordered == ["index.md", "iptables/index.md", "iptables/state.md", "network/tcp.md"]
    assert nav_order(None) == []


def test_lists_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- a\n- b\n", encoding="utf-8")
    assert (count_list(tmp_path / "a.yml"), count_list(tmp_path / "none.yml")) == (2, 0)
