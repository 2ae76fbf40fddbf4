"""What a card and the list of vocabularies say, as Markdown in which nothing of the data acts."""

from __future__ import annotations

from dataclasses import replace

from handbook.codes.data import Code, Vocabulary
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


def test_half_is_never_rounded_up() -> None:
    three = replace(VOCABULARY, codes=(CODE, replace(CODE, id="b"), UNSAID))
    assert render_index([three], "codes/index.md")[3] == "| [curl 的退出码](curl.md) | 3 | 2 | 66% |"
