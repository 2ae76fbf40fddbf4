"""The rule about HTML, each proven by what it must let pass and what it must report."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.rule_pages import Changes, find_problems, report, with_text

GOOD: list[tuple[str, Changes]] = [
    ("HTML-1", with_text('<div class="x" markdown="1">\n\n甲<br>乙 `<b>` &lt;c&gt; 1<2\n\n</div>\n\n<https://example.org/>')),
    ("HTML-2", with_text('<div class="x" markdown="1" data-a="1" aria-label="onclick = 2">\n\n甲\n\n</div>\n\n`<b onclick="x">`')),
]  # fmt: skip

BAD: list[tuple[str, Changes, str]] = [
    ("HTML-1", with_text('<div class="x">\n\n甲'), "21: <div> 没有结束"),
    ("HTML-1", with_text("甲</div>"), "21: </div> 没有对应的 <div>"),
    ("HTML-1", with_text("<script>alert(1)</script>"), "21: 页面里不写 <script>"),
    ("HTML-1", with_text("<input type=text>"), "21: 页面里不写 <input>"),
    ("HTML-1", with_text("<source src=a.mp4>"), "21: 页面里不写 <source>"),
    ("HTML-1", with_text("<image/>"), "21: 页面里不写 <image>"),
    ("HTML-1", with_text('<meta http-equiv="refresh" content="0;url=https://example.org/"></meta>'), "21: 页面里不写 <meta>"),
    ("HTML-1", with_text("<svg onload=alert(1)></svg>"), "21: 页面里不写 <svg>"),
    ("HTML-1", with_text('<video src="https://example.org/a.mp4"></video>'), "21: 页面里不写 <video>"),
    ("HTML-1", with_text("<iframe src=//example.org></iframe>"), "21: 页面里不写 <iframe>"),
    ("HTML-1", with_text("<form action=/><button>甲</button></form>"), "21: 页面里不写 <form>"),
    ("HTML-1", with_text("ssh user@<host> 登录"), "21: 页面里不写 <host>；用 Markdown 写，样式和脚本放在 docs/assets/，只是提到它就放进反引号"),
    ("HTML-1", with_text("<br></br>"), "21: <br> 没有结束标签"),
    ("HTML-1", with_text("甲\n<SCRIPT\nsrc=//example.org/a.js>"), "22: 页面里不写 <script>"),
    ("HTML-1", with_text("甲\n\n<!-- 没有结束\n\n乙"), "23: 注释没有结束"),
    ("HTML-2", with_text('<span onclick="alert(1)">甲</span>'), "21: 页面里不写属性 onclick"),
    ("HTML-2", with_text('<b\nonmouseover="alert(1)">甲</b>'), "21: 页面里不写属性 onmouseover"),
    ("HTML-2", with_text("<b/onclick=alert(1)>甲</b>"), "21: 页面里不写属性 onclick"),
    ("HTML-2", with_text('*甲*{: onclick="alert(1)" }'), "21: 页面里不写属性 onclick"),
    ("HTML-2", with_text('一段\n{: style="color: red" }'), "22: 页面里不写属性 style"),
    ("HTML-2", with_text('<div style="background: url(a.png)">甲</div>'), "21: 页面里不写属性 style"),
    ("HTML-2", with_text('<img srcset="https://example.org/a.png 2x" alt="甲">'), "21: 页面里不写属性 srcset"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "changes"), GOOD)
def test_good_pages_pass(tmp_path: Path, rule: str, changes: Changes) -> None:
    assert find_problems(tmp_path, rule, changes) == []


@pytest.mark.parametrize(("rule", "changes", "message"), BAD)
def test_bad_pages_are_reported(tmp_path: Path, rule: str, changes: Changes, message: str) -> None:
    assert message in report(tmp_path, rule, changes)
