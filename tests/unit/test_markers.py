from __future__ import annotations

from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.extensions import Extension

from handbook.markers import FORMS, Marker, MarkerError, Renderer, add_renderers, find_markers, has_marker, read_marker
from handbook.mistakes import Mistake, MistakeError
from handbook.page import Page, PageExtension


class _Renders(Extension):
    """Renders the markers given."""

    def __init__(self, renderers: Mapping[str, Renderer]) -> None:
        super().__init__()
        self.renderers = renderers

    def extendMarkdown(self, md: Markdown) -> None:
        add_renderers(md, self.renderers)


def _render(text: str) -> str:
    """Render with two extensions that bring a renderer each, and the page of the text."""
    first = _Renders({"correction": lambda marker, page: ["", f"**{marker.rest}** 在 {page.path}", ""]})
    second = _Renders({"example": lambda marker, page: ["```text", marker.rest, "```"]})
    page = PageExtension(Page("iptables/nat.md", text))
    return Markdown(extensions=["pymdownx.superfences", page, first, second]).convert(text)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_accepts_its_own_example(name: str) -> None:
    rest = {"correction": "drop-case", "example": "iptables/drop-case", "allow": "CHAR-2 有理由"}
    example = f"{name}: {rest[name]}" if name in rest else FORMS[name].example
    marker = read_marker(f"<!-- {example} -->")
    assert marker
    assert marker.name == name


def test_a_marker_has_name_rest_and_indentation() -> None:
    assert read_marker("<!-- list: symptoms 2 -->") == Marker("list: symptoms", "2")
    assert read_marker("    <!-- example: a/b -->  ") == Marker("example", "a/b", "    ")


@pytest.mark.parametrize(
    "line",
    ["文字", "<!-- 给编辑的话 -->", "<!-- TODO: 以后补 -->", "<!-- material/tags -->", "`<!-- exmaple: a/b -->`"],
)
def test_other_lines_are_no_markers(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("<!-- exmaple: a/b -->", "顶格单独一行写 <!-- example: 专题/示例目录 -->"),
        ("<!-- serach: score -->", "不认识这个标记，读者什么也看不到；已有的标记：allow、correction、example、list"),
        ("<!--example: a/b-->", "顶格单独一行写 <!-- example: "),
        ("<!-- correction：x -->", "顶格单独一行写 <!-- correction: "),
        ("    <!-- list: topics -->", "顶格单独一行写 <!-- list: topics -->"),
        ("见 <!-- list: topics -->", "顶格单独一行写 <!-- list: 名称 -->，名称可选：benchmarks、"),
        ("<!-- list: topisc -->", "没有叫 topisc 的列表；是不是 <!-- list: topics -->？"),
        ("<!-- list: zzz -->", "没有叫 zzz 的列表；可用的：benchmarks、"),
        ("<!-- list: symptoms two -->", "顶格单独一行写 <!-- list: symptoms 2 -->"),
    ],
)
def test_a_marker_that_is_written_wrongly_is_a_mistake(line: str, problem: str) -> None:
    with pytest.raises(MarkerError) as caught:
        read_marker(line)
    assert problem in str(caught.value)


def test_the_renderers_of_all_extensions_share_one_preprocessor() -> None:
    html = _render("<!-- correction: drop-case -->\n\n- 一\n\n    <!-- example: a/b -->\n")
    assert "<p><strong>drop-case</strong> 在 iptables/nat.md</p>" in html
    assert "<li>\n<p>一</p>\n" in html
    assert "<code>a/b\n</code>" in html


def test_what_stands_in_code_and_what_an_editor_lets_pass_stays() -> None:
    html = _render("```text\n<!-- exmaple: a/b -->\n```\n\n<!-- allow: CHAR-2 有理由 -->\n文字\n")
    assert "&lt;!-- exmaple: a/b --&gt;" in html
    assert "<!-- allow: CHAR-2 有理由 -->" in html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲\n\n<!-- exmaple: a/b -->", "docs/iptables/nat.md:3: 标记写法不对"),
        ("<!-- example: a/b -->\n\n<!-- example: a/b -->", "docs/iptables/nat.md:3: 这个标记在本页出现两次；"),
        (
            "<!-- example: a/b -->\n\n- 一\n\n    <!-- example: a/b -->",
            "docs/iptables/nat.md:5: 这个标记在本页出现两次；",
        ),
        (
            "<!-- list: topics -->",
            "docs/iptables/nat.md:1: 没有装上处理这个标记的扩展；在配置里加上 handbook.entries.extension",
        ),
    ],
)
def test_a_mistake_names_page_and_line(text: str, message: str) -> None:
    with pytest.raises(MistakeError) as caught:
        _render(text)
    assert str(caught.value).startswith(message)


def test_markers_are_found_in_prose() -> None:
    assert list(find_markers(["甲", "<!-- list: topics -->", "<!-- lits: topics -->"])) == [
        (2, Marker("list: topics", ""))
    ]
    assert has_marker("<!-- list: topics -->", "list: topics")
    assert not has_marker("```text\n<!-- list: topics -->\n```", "list: topics")


def test_the_guide_lists_every_marker() -> None:
    html = Markdown(extensions=["tables", "handbook.markers"]).convert("<!-- list: markers -->")
    cells = [cell.get_text() for cell in BeautifulSoup(html, "html.parser").select("td:first-child")]
    assert cells == [f"<!-- {form.example} -->" for form in FORMS.values()]


def test_a_mistake_in_data_is_the_error_that_the_program_around_wants() -> None:
    def broken(marker: Marker, page: Page) -> list[str]:
        raise MistakeError(Mistake("data/a.yml", 1, "不对；改掉"))

    class WantedError(Exception):
        """What the program around shows without a traceback."""

    page = PageExtension(Page("a.md", "", WantedError))
    with pytest.raises(WantedError, match=r"^data/a\.yml:1: 不对；改掉$"):
        Markdown(extensions=[page, _Renders({"list: topics": broken})]).convert("<!-- list: topics -->")
