"""A proof line says exactly what was recorded, and the output is shown as text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from handbook.examples.proof import proof_html, proof_line
from handbook.examples.records import Beside, Example

RUN = Example(
    name="iptables/third-refused", title="第三条连接被拒绝", level="run", reason="", system="Debian 12", kernel="6.18",
    software=("iptables 1.8.9 (nf_tables)", "curl 7.88.1"), exit_status=0,
    transcript="server# iptables -S\n-A INPUT <b>&\n✓ 成立\n", stale=False,
)  # fmt: skip
SAME = Beside("debian-12", "Debian 12", "6.18", ("iptables 1.8.9",), 0, "")
OTHER = Beside("debian-11", "Debian 11", "6.18", ("iptables 1.8.7",), 0, "server# iptables -S\n-A <i>\n")


@pytest.mark.parametrize(
    ("example", "line"),
    [
        (RUN, "已执行 · Debian 12 · iptables 1.8.9 (nf_tables) · curl 7.88.1 · 断言都成立"),
        (replace(RUN, date="2026-11-27", software=("QEMU 7.2",)), "已执行 · 2026-11-27 · Debian 12 · QEMU 7.2 · 断言都成立"),
        (replace(RUN, exit_status=3), "已执行 · Debian 12 · iptables 1.8.9 (nf_tables) · curl 7.88.1 · 退出码 3"),
        (replace(RUN, level="check", reason="没有网卡", software=("nftables 1.0.6",)),
         "仅校验 · Debian 12 · nftables 1.0.6 · 没有网卡"),
        (replace(RUN, system="Debian 13", beside=(SAME, OTHER)),
         "已执行 · Debian 13 · iptables 1.8.9 (nf_tables) · curl 7.88.1 · 断言都成立 · Debian 12 输出相同 · Debian 11 输出不同，见下"),
        (replace(RUN, level="check", reason="没有网卡", software=(), beside=(SAME,)),
         "仅校验 · Debian 12 · Debian 12 输出相同 · 没有网卡"),
        (replace(RUN, level="none", reason="内核没有 SELinux"), "未执行 · 内核没有 SELinux"),
        (replace(RUN, stale=True), "未执行 · 文件在上次执行之后改过"),
    ],
)  # fmt: skip
def test_the_line_claims_what_was_recorded(example: Example, line: str) -> None:
    assert proof_line(example) == line


def test_the_transcript_is_shown_as_text() -> None:
    soup = BeautifulSoup(proof_html(RUN, "https://example.org/tree/main/examples"), "html.parser")
    code = soup.select_one("details > pre code")
    assert code is not None
    assert code.get_text() == RUN.transcript.rstrip("\n")
    assert [span["class"] for span in code.select("span")] == [["proof-command"], ["proof-claim"]]
    assert soup.a is not None
    assert soup.a["href"] == "https://example.org/tree/main/examples/iptables/third-refused"


def test_only_another_output_is_shown_beside() -> None:
    soup = BeautifulSoup(proof_html(replace(RUN, beside=(SAME, OTHER)), ""), "html.parser")
    shown, beside = soup.select("details")
    assert beside.summary is not None
    assert beside.summary.get_text() == "Debian 11 · iptables 1.8.7 上的输出：第三条连接被拒绝"
    assert beside.select_one("pre code").get_text() == OTHER.transcript.rstrip("\n")  # type: ignore[union-attr]
    # The search would find most of it twice.
    assert "data-search-exclude" in beside.attrs
    assert "data-search-exclude" not in shown.attrs


@pytest.mark.parametrize(
    ("example", "words"),
    [
        (replace(RUN, system="Debian 13", beside=(SAME,)), "全新的 Debian 13、Debian 12 环境里"),
        (RUN, "手册每改一次就重做一次，输出逐字比对"),
        (replace(RUN, date="2026-11-27"), "2026-11-27 在一台虚拟机里"),
        (replace(RUN, level="check", reason="没有网卡"), "没有让它们在真的系统上生效"),
    ],
)
def test_the_line_is_explained_and_the_run_can_be_repeated(example: Example, words: str) -> None:
    soup = BeautifulSoup(proof_html(example, ""), "html.parser")
    how = soup.select_one("details > .proof-how")
    assert how is not None
    assert words in how.get_text()
    # On a line of its own: the theme gives it a button that copies it.
    assert [code.get_text() for code in how.select("pre > code")] == ["make example ONLY=iptables/third-refused"]


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
