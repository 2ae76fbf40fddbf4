"""Fences show files of examples, and proofs stand where they belong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.examples.extension import ExamplesExtension
from handbook.examples.records import Example
from handbook.mistakes import MistakeError
from handbook.page import Page, PageExtension
from unit.examples.test_records import make_example

Render = Callable[[str], BeautifulSoup]

RUN = Example(
    name="iptables/third-refused", title="第三条连接被拒绝", level="run", reason="", system="Debian 12", kernel="6.18",
    software=("iptables 1.8.9 (nf_tables)", "curl 7.88.1"), exit_status=0,
    transcript="server# iptables -S\n-A INPUT <b>&\n✓ 成立\n", stale=False,
)  # fmt: skip


FOLDER = "iptables/third-refused"
FILES = {
    f"{FOLDER}/rules.sh": "iptables -P INPUT DROP\n# --8<-- [start:web]\n    iptables -A INPUT -j ACCEPT\n# --8<-- [end:web]\n",
    f"{FOLDER}/expected.txt": "一\n  二\n  三\n四\n五\n",
    f"{FOLDER}/page.md": "```bash\nls\n```\n",
    "lab/lab.sh": "ip netns\n",
}


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Return what renders Markdown with superfences, boxes, tabs and the example RUN, as the site does."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")

    def convert(text: str) -> BeautifulSoup:
        page = PageExtension(Page("iptables/matches.md", f"---\ntitle: 页\n---\n{text}"))
        extension = ExamplesExtension({RUN.name: RUN}, root=tmp_path)
        others = ["pymdownx.superfences", "pymdownx.highlight", "pymdownx.details", "pymdownx.tabbed", "admonition"]
        md = Markdown(
            extensions=[*others, page, extension], extension_configs={"pymdownx.tabbed": {"alternate_style": True}}
        )
        return BeautifulSoup(md.convert(text), "html.parser")

    return convert


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_marker_becomes_the_proof(render: Render, indent: str) -> None:
    before = '!!! note "盒子"\n    文字\n\n' if indent else "文字\n"
    soup = render(f"{before}{indent}<!-- example: iptables/third-refused -->\n\n{indent}后文\n")
    proofs = soup.select(".proof")
    assert [proof["data-example"] for proof in proofs] == ["iptables/third-refused"]
    assert bool(proofs[0].find_parent(class_="admonition")) == bool(indent)


def test_a_marker_inside_a_fence_stays_text(render: Render) -> None:
    soup = render("```text\n<!-- example: iptables/third-refused -->\n```\n")
    assert soup.select_one(".proof") is None
    assert "example: iptables/third-refused" in soup.get_text()


def test_an_unknown_example_names_page_line_and_remedy(render: Render) -> None:
    with pytest.raises(MistakeError, match=r"docs/iptables/matches\.md:6: .*examples/iptables/none/example\.yml"):
        render("一\n\n<!-- example: iptables/none -->\n")


def _shown(soup: BeautifulSoup) -> list[str]:
    """Return, in order, the code and the proofs of a page: the first line of code, or the example's name."""
    found = soup.select("div.highlight pre, div.proof")
    return [str(tag.get("data-example") or tag.get_text().splitlines()[0]) for tag in found]


def test_a_fence_that_names_a_file_gets_title_content_and_proof(render: Render) -> None:
    soup = render(f'前\n\n```bash example="{FOLDER}/rules.sh"\n```\n\n后\n')
    assert soup.select_one(".filename").get_text() == f"examples/{FOLDER}/rules.sh"  # type: ignore[union-attr]
    code = soup.select_one("div.highlight pre").get_text()  # type: ignore[union-attr]
    assert code.rstrip("\n") == "iptables -P INPUT DROP\n    iptables -A INPUT -j ACCEPT"
    assert [p.get_text() for p in soup.find_all("p", recursive=False)] == ["前", "后"]
    assert _shown(soup) == ["iptables -P INPUT DROP", FOLDER]


@pytest.mark.parametrize(
    ("part", "code"),
    [(":2:3", "二\n三"), (":1:1,4:5", "一\n四\n五"), (":5:5", "五")],
)
def test_a_fence_may_take_lines(render: Render, part: str, code: str) -> None:
    soup = render(f'```text example="{FOLDER}/expected.txt{part}"\n```\n')
    assert soup.select_one("div.highlight pre").get_text().rstrip("\n") == code  # type: ignore[union-attr]


def test_a_fence_may_take_a_section_and_have_a_title_of_its_own(render: Render) -> None:
    soup = render(f'```bash example="{FOLDER}/rules.sh:web" title="放行"\n```\n')
    assert soup.select_one(".filename").get_text() == "放行"  # type: ignore[union-attr]
    assert soup.select_one("div.highlight pre").get_text().rstrip("\n") == "iptables -A INPUT -j ACCEPT"  # type: ignore[union-attr]


def test_the_proof_follows_the_last_file_of_an_example(render: Render) -> None:
    first, last = f'```bash example="{FOLDER}/rules.sh"\n```', f'```console example="{FOLDER}/expected.txt:4:4"\n```'
    assert _shown(render(f"{first}\n\n文字\n\n{last}\n")) == ["iptables -P INPUT DROP", "四", FOLDER]


@pytest.mark.parametrize(
    ("before", "box"),
    [('=== "甲"\n\n    甲\n\n=== "乙"\n', "tabbed-set"), ('??? example "展开"\n', "example"), ("!!! note\n", "note")],
)
def test_the_proof_of_a_file_in_tabs_or_in_a_box_follows_them(render: Render, before: str, box: str) -> None:
    soup = render(f'{before}\n    ```bash example="{FOLDER}/rules.sh"\n    ```\n\n    框里\n\n后文\n')
    assert soup.select_one(f".{box} div.highlight")
    (proof,) = soup.select(".proof")
    assert proof.find_parent(class_=box) is None
    assert proof.find_previous("p").get_text() == "框里"  # type: ignore[union-attr]
    assert proof.find_next_sibling("p").get_text() == "后文"  # type: ignore[union-attr]


def test_in_a_list_the_proof_stays_in_its_item(render: Render) -> None:
    soup = render(f'1.  一\n\n    ```bash example="{FOLDER}/rules.sh"\n    ```\n\n2.  二\n')
    assert len(soup.select("ol > li")) == 2
    assert soup.select_one("li:first-child .proof")


def test_a_file_that_belongs_to_no_example_has_no_proof(render: Render) -> None:
    assert _shown(render('```bash example="lab/lab.sh"\n```\n')) == ["ip netns"]


def test_a_file_that_holds_a_fence_is_shown_whole(render: Render) -> None:
    soup = render(f'```text example="{FOLDER}/page.md"\n```\n')
    assert soup.select_one("div.highlight pre").get_text().rstrip("\n") == "```bash\nls\n```"  # type: ignore[union-attr]


def test_a_fence_shown_in_a_fence_stays_as_it_is(render: Render) -> None:
    text = f'```bash example="{FOLDER}/rules.sh"\n```'
    soup = render(f"````markdown\n{text}\n````\n")
    assert soup.select_one("div.highlight pre").get_text().rstrip("\n") == text  # type: ignore[union-attr]
    assert soup.select_one(".proof") is None


def test_a_block_that_was_not_executed_says_why(render: Render) -> None:
    soup = render('```bash not-run="没有 <AS> 号" title="两台"\nvtysh\n```\n\n后文\n')
    (line,) = soup.select(".proof.proof-none > .proof-line")
    assert line.get_text() == "未执行 · 没有 <AS> 号"
    assert soup.select_one(".filename").get_text() == "两台"  # type: ignore[union-attr]
    assert line.find_previous("pre").get_text().strip() == "vtysh"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fence", "problem"),
    [
        (f'```bash example="{FOLDER}/rule.sh"\n```', f"没有文件 examples/{FOLDER}/rule.sh；"),
        (f'```bash example="{FOLDER}/rules.sh:9:10"\n```', "只有 4 行，没有第 10 行；"),
        (f'```bash example="{FOLDER}/rules.sh:db"\n```', "没有成对的 --8<-- [start:db]"),
        ('```mermaid example="lab/lab.sh"\n```', "图直接写在页面里"),
        ('```bash example="lab/lab.sh" not-run="懒"\n```', "写在了一起；"),
    ],
)
def test_a_mistake_in_a_fence_names_page_line_and_remedy(render: Render, fence: str, problem: str) -> None:
    with pytest.raises(MistakeError, match=r"docs/iptables/matches\.md:8: ") as caught:
        render(f"# 页\n\n文字\n\n{fence}\n")
    assert problem in str(caught.value)


def test_the_extension_can_be_named_in_a_configuration(tmp_path: Path) -> None:
    make_example(tmp_path / "examples", "iptables/third-refused")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(
        '# 甲\n\n```bash example="iptables/third-refused/run.sh"\n```\n', encoding="utf-8"
    )
    name = "handbook.examples.extension"
    options = {"root": f"{tmp_path}/examples", "docs": f"{tmp_path}/docs", "source_url": "https://example.org/x"}
    md = Markdown(extensions=["pymdownx.superfences", "tables", name], extension_configs={name: options})
    soup = BeautifulSoup(
        md.convert('```bash example="iptables/third-refused/run.sh"\n```\n\n<!-- list: examples -->'), "html.parser"
    )
    assert soup.select_one(".proof a")["href"] == "https://example.org/x/iptables/third-refused"  # type: ignore[index]
    assert soup.select_one("td a")["href"] == "a.md#example-iptables--third-refused"  # type: ignore[index]
