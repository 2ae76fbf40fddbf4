"""`make fix` adds the spaces that TYPO-1 asks for."""

from __future__ import annotations

from handbook.page_source import parse_page
from handbook.rules.fix_spaces import fix_text
from handbook.rules.text import typo_1
from support.rule_pages import META


def test_spaces_are_added_where_the_rule_asks_and_nothing_else_changes() -> None:
    text = META + "# 甲\r\n\n- 看`filter`表的3条ACCEPT规则，**TCP连接**。\n\n```bash\necho 汉字abc\n```\n"
    fixed = fix_text("iptables/a.md", text)
    assert fixed == text.replace(
        "看`filter`表的3条ACCEPT规则，**TCP连接**", "看 `filter` 表的 3 条 ACCEPT 规则，**TCP 连接**"
    )
    assert typo_1(parse_page("iptables/a.md", fixed)) == []
    assert fix_text("iptables/a.md", fixed) == fixed
