"""What a card and the list of vocabularies say, as Markdown in which nothing of the data acts."""

from __future__ import annotations

from dataclasses import replace

from handbook.codes.data import Code, Rule, Vocabulary
from handbook.codes.render import render_index, render_vocabulary

CODE = Code(
    id="code-7",
    number="7",
    name="CURLE_COULDNT_CONNECT",
    said=("curl: (7) `x` </b> [a](b)",),
    means="连不上。",
    confused="",
    first="ss -Hltn",
    see="network/tcp.md#syn",
    shown="TCP：SYN",
    example="network/faults",
    example_title="逐个",
    reason="",
    versions="7.88 不同",
    line=3,
)
UNSAID = replace(CODE, id="code-8", number="8", name="", said=(), example="", example_title="", reason="要硬件")
VOCABULARY = Vocabulary(
    "curl", "curl 的退出码", "关于。", ("curl",), (), True, ("curl 8",), "network/faults", "", "", (CODE, UNSAID)
)


def test_a_card_has_what_is_known_and_no_more() -> None:
    text = "\n".join(render_vocabulary(VOCABULARY, "codes/curl.md"))
    first, second = text.split("### ")[1:]
    assert first.startswith("7 CURLE_COULDNT_CONNECT {#code-7}\n")
    assert "<code>curl: (7) &#96;x&#96; &lt;/b> \\[a\\](b)</code>" in first
    assert "版本\n:   7.88 不同" in first
    assert second.startswith("8 {#code-8}\n")
    assert "原话" not in second
    assert "触发\n:   没有：要硬件" in second


def test_an_alert_that_was_not_provoked_says_how_it_is_reckoned_and_where_that_was_checked() -> None:
    rule = Rule("monitoring/rules", "规则", 'sum(x{a="<b>"}) > 0', "90m")
    alert = replace(UNSAID, id="alert", rule=rule, upstream="https://example.org/a/apps.yaml")
    text = "\n".join(render_vocabulary(replace(VOCABULARY, codes=(CODE, alert, UNSAID)), "codes/alerts.md"))
    assert "其余 2 条写明为什么没有，其中 1 条的规则只在编的样本上核对过。" in text
    assert '怎样算\n:   <code>sum(x\\{a="&lt;b>"\\}) > 0</code>，持续 90 分钟' in text
    assert "核对\n:   [规则](../verification.md#monitoring--rules)" in text
    assert "上游\n:   [apps.yaml](https://example.org/a/apps.yaml)" in text


def test_half_is_never_rounded_up() -> None:
    three = replace(VOCABULARY, codes=(CODE, replace(CODE, id="b"), UNSAID))
    assert render_index([three], "codes/index.md")[3] == "| [curl 的退出码](curl.md) | 3 | 2 | 66% |"
