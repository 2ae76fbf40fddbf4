"""hooks/diagram_fence.py: finding diagrams, what they must say, and the figure."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from pymdownx.superfences import SuperFencesException  # type: ignore[import-untyped]

from handbook.diagrams.fence import (
    Diagram,
    figure,
    find_diagrams,
    format_diagram,
    kind,
    problems,
    title_and_description,
)

GOOD = "flowchart TD\n    accTitle: 三条路\n    accDescr: 先过 PREROUTING\n    A --> B"


def _find(source: str) -> list[Diagram]:
    return list(find_diagrams(source, "docs/page.md"))


def _problems(text: str) -> list[str]:
    (diagram,) = _find(f"# 页\n\n```mermaid\n{text}\n```\n")
    return problems(diagram)


@pytest.mark.parametrize(
    "source",
    [
        "```mermaid\nA\n```",
        "``` mermaid\nA\n```",
        "~~~mermaid\nA\n~~~",
        '```mermaid title="图"\nA\n```',
        "```{.mermaid}\nA\n```",
        "``` { .mermaid #id }\nA\n```",
        '=== "一"\n\n    ```mermaid\n    A\n    ```',
        "> ```mermaid\n> A\n> ```",
        "```bash\necho\n```\n\n```mermaid\nA\n```",
    ],
)
def test_finds_a_diagram(source: str) -> None:
    assert [diagram.text.strip() for diagram in _find(source)] == ["A"]


@pytest.mark.parametrize(
    "source",
    [
        "````markdown\n```mermaid\nA\n```\n````",  # the guide for editors shows the source of a diagram
        "~~~text\n```mermaid\nA\n```\n~~~",
        "```mermaids\nA\n```",
        "`mermaid`",
        "```mermaid\n没有结尾",
    ],
)
def test_text_about_diagrams_is_no_diagram(source: str) -> None:
    assert _find(source) == []


def test_lines_know_their_place() -> None:
    (diagram,) = _find("---\ntitle: 页\n---\n\n```mermaid\nA\nB\n```")
    assert diagram.opening.place == "docs/page.md:5"
    assert [line.place for line in diagram.lines] == ["docs/page.md:6", "docs/page.md:7"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("accTitle: 题\naccDescr: 说明", ("题", "说明")),
        ("  accTitle : 题 \n  accDescr : 说明 ", ("题", "说明")),
        ("accTitle: 题\naccDescr {\n  一。\n\n  二。\n}\nA --> B", ("题", "一。\n二。")),
        ("accTitle: 题\naccDescr { 一行 }", ("题", "一行")),
        ("accTitle:\naccDescr:", ("", "")),
        ("accTitle:   \naccDescr {   }", ("", "")),
        ("accTitle:\n    A --> B", ("", "")),
        ("A --> B", ("", "")),
        ("%% accTitle: 注释", ("", "")),
    ],
)
def test_title_and_description(text: str, expected: tuple[str, str]) -> None:
    assert title_and_description(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("flowchart TD\nA", "flowchart"),
        ("%% 注释\n\n  sequenceDiagram\nA", "sequenceDiagram"),
        ("stateDiagram-v2", "stateDiagram-v2"),
        ("", ""),
    ],
)
def test_kind(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_good_diagram_has_no_problem() -> None:
    assert _problems(GOOD) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD.replace("    accTitle: 三条路\n", ""), 3, "accTitle:"),
        (GOOD.replace("accTitle: 三条路", "accTitle:"), 3, "accTitle:"),
        (GOOD.replace("    accDescr: 先过 PREROUTING\n", ""), 3, "accDescr:"),
        (GOOD.replace("flowchart", "graph"), 3, "graph"),
        (GOOD.replace("flowchart TD", "mindmap"), 3, "flowchart、"),
        (f"%%{{init: {{'theme': 'dark'}}}}%%\n{GOOD}", 4, "init"),
        (f"---\nconfig: {{theme: dark}}\n---\n{GOOD}", 4, "---"),
        (f"{GOOD}\n    style A fill:#f00", 8, "颜色"),
        (f"{GOOD}\n    classDef drop stroke:red,stroke-width:2px", 8, "颜色"),
        (f"{GOOD}\n    linkStyle 0 stroke : red", 8, "颜色"),
        (GOOD.replace("A --> B", "rect rgb(1, 2, 3)"), 7, "颜色"),
    ],
)
def test_problem_names_line_and_remedy(text: str, line: int, words: str) -> None:
    found = _problems(text)
    assert any(problem.startswith(f"docs/page.md:{line}: ") and words in problem for problem in found), found


@pytest.mark.parametrize(
    "line", ["classDef drop stroke-width:2px,stroke-dasharray:4", "A[颜色 color: 红] --> B", "box 内核"]
)
def test_line_styles_and_words_are_allowed(line: str) -> None:
    assert _problems(f"{GOOD}\n    {line}") == []


def test_figure_says_it_in_words() -> None:
    soup = BeautifulSoup(figure(GOOD.replace("先过", "先<过>&"), '<pre class="mermaid"></pre>'), "html.parser")
    box, caption, details = soup.select("figure.diagram[data-kind=flowchart] > *")
    assert (caption.name, caption.get_text()) == ("figcaption", "三条路")
    assert box["aria-label"] == "图：三条路"
    assert box["tabindex"] == "0"
    assert box.select("pre.mermaid")
    assert [paragraph.get_text() for paragraph in details.select("p")] == ["先<过>& PREROUTING"]


def test_figure_has_a_paragraph_for_each_line() -> None:
    source = "timeline\naccTitle: 题\naccDescr {\n  一。\n  二。\n}"
    soup = BeautifulSoup(figure(source, ""), "html.parser")
    assert [paragraph.get_text() for paragraph in soup.select("details p")] == ["一。", "二。"]


def test_the_fence_can_be_named_in_a_configuration() -> None:
    fence = {"name": "mermaid", "class": "mermaid", "format": format_diagram}
    md = Markdown(
        extensions=["pymdownx.superfences"], extension_configs={"pymdownx.superfences": {"custom_fences": [fence]}}
    )
    soup = BeautifulSoup(md.convert(f"```mermaid\n{GOOD}\n```\n"), "html.parser")
    assert soup.select_one("figure.diagram pre.mermaid > code").get_text() == GOOD  # type: ignore[union-attr]
    with pytest.raises(SuperFencesException, match="图没有 accTitle 或 accDescr；补上"):
        md.convert("```mermaid\nflowchart TD\n    A --> B\n```\n")
