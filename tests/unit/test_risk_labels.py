from __future__ import annotations

import pytest
from markdown import Markdown


def _render(text: str) -> str:
    return Markdown(extensions=["handbook.risk_labels", "admonition", "attr_list"]).convert(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("风险：断流。撤销：`x`。", '<p class="risk risk-cut">'),
        ("风险：改配置（只在本机）。撤销：`x`。", '<p class="risk risk-change">'),
        ("风险：不可逆。无法撤销。\n{: .no-terms }", '<p class="risk risk-final no-terms">'),
        ("- 步骤\n\n    风险：断流。无法撤销。", '<p class="risk risk-cut">'),
        ("!!! note\n    风险：断流。无法撤销。", '<p class="risk risk-cut">'),
    ],
)
def test_the_word_decides_about_the_look(text: str, expected: str) -> None:
    assert expected in _render(text)


@pytest.mark.parametrize("text", ["风险：有点危险。", "说到风险：断流。", "    风险：断流。"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert "risk-" not in _render(text)
