"""A proof line says exactly what was recorded, and markers are replaced wherever Markdown allows them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from example_proofs import ExampleProofExtension, proof_html, proof_line
from example_records import Example, ExampleError

RUN = Example(
    name="iptables/third-refused", title="第三条连接被拒绝", level="run", reason="", system="Debian 12", kernel="6.18",
    software=("iptables 1.8.9 (nf_tables)", "curl 7.88.1"), exit_status=0,
    transcript="server# iptables -S\n-A INPUT <b>&\n✓ 成立\n", stale=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("example", "line"),
    [
        (RUN, "已执行 · Debian 12 · iptables 1.8.9 (nf_tables) · curl 7.88.1 · 退出码 0"),
        (replace(RUN, date="2026-11-27", software=("QEMU 7.2",)), "已执行 · 2026-11-27 · Debian 12 · QEMU 7.2 · 退出码 0"),
        (replace(RUN, level="check", reason="没有网卡", software=("nftables 1.0.6",)),
         "仅校验 · Debian 12 · nftables 1.0.6 · 没有网卡"),
        (replace(RUN, level="none", reason="内核没有 SELinux"), "未执行 · 内核没有 SELinux"),
        (replace(RUN, stale=True), "未执行 · 文件在上次执行之后改过"),
    ],
)  # fmt: skip
def test_the_line_claims_what_was_recorded(example: Example, line: str) -> None:
    assert proof_line(example) == line


def test_the_transcript_is_shown_as_text() -> None:
    soup = BeautifulSoup(proof_html(RUN, "https://example.org/tree/main/examples"), "html.parser")
    code = soup.select_one("pre code")
    assert code is not None
    assert code.get_text() == RUN.transcript.rstrip("\n")
    assert [span["class"] for span in code.select("span")] == [["proof-command"], ["proof-claim"]]
    assert soup.a is not None
    assert soup.a["href"] == "https://example.org/tree/main/examples/iptables/third-refused"


@pytest.mark.parametrize("prompt", ["server# ", "root@(none):/# ", "switch_root:/# ", "sh-5.2# ", "root@vm:~# "])
def test_a_command_stands_out_behind_any_prompt(prompt: str) -> None:
    soup = BeautifulSoup(proof_html(replace(RUN, transcript=f"{prompt}passwd root\n# 说明\n"), ""), "html.parser")
    assert [span.get_text() for span in soup.select(".proof-command")] == [f"{prompt}passwd root"]


@pytest.mark.parametrize("example", [replace(RUN, level="none", reason="内核没有"), replace(RUN, stale=True)])
def test_nothing_is_shown_of_a_run_that_did_not_happen(example: Example) -> None:
    soup = BeautifulSoup(proof_html(example, ""), "html.parser")
    assert soup.select_one("pre") is None
    assert soup.div is not None
    assert soup.div["class"] == ["proof", "proof-none"]


def render(text: str) -> BeautifulSoup:
    """Render Markdown with superfences and the proofs of RUN, as the site does."""
    extension = ExampleProofExtension({RUN.name: RUN})
    extension.page_name, extension.page_source = "docs/iptables/matches.md", text
    md = Markdown(extensions=["pymdownx.superfences", "admonition", extension])
    return BeautifulSoup(md.convert(text), "html.parser")


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_marker_becomes_the_proof(indent: str) -> None:
    before = '!!! note "盒子"\n    文字\n\n' if indent else "文字\n"
    soup = render(f"{before}{indent}<!-- example: iptables/third-refused -->\n\n{indent}后文\n")
    proofs = soup.select(".proof")
    assert [proof["data-example"] for proof in proofs] == ["iptables/third-refused"]
    assert bool(proofs[0].find_parent(class_="admonition")) == bool(indent)


def test_a_marker_inside_a_fence_stays_text() -> None:
    soup = render("```text\n<!-- example: iptables/third-refused -->\n```\n")
    assert soup.select_one(".proof") is None
    assert "example: iptables/third-refused" in soup.get_text()


def test_an_unknown_example_names_page_line_and_remedy() -> None:
    with pytest.raises(ExampleError, match=r"docs/iptables/matches\.md:3: .*examples/iptables/none/example\.yml"):
        render("一\n\n<!-- example: iptables/none -->\n")
