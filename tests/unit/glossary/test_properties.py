"""Whatever the Markdown and the terms: the text stays, links stand only where they may, and nothing is nested."""

from __future__ import annotations

from html.parser import HTMLParser

from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.terms import Term

EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "abbr",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.superfences",
    "pymdownx.tabbed",
]  # fmt: skip
CONFIGS = {"pymdownx.tabbed": {"alternate_style": True}, "toc": {"permalink": True}}
FORBIDDEN = [
    "a", "abbr", "caption", "code", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "pre",
    "samp", "script", "style", "summary", "th", ".admonition-title", ".no-term", ".no-terms", ".raw",
]  # fmt: skip

# Few and colliding words, so that names, parts of names and their neighbours meet all the time.
NAMES = ["Pod", "PodSpec", "Pod 亲和性", "亲和性", "亲和", "连接跟踪", "连接跟踪表", "跟踪", "conntrack", "TCP", "TCP/IP", "服务", "服务器", "x", "5", "amp"]  # fmt: skip
WORDS = st.sampled_from([*NAMES, "kube-", "使用", "部署", "。", ".", "/", "-", "_", " ", "，", "Spec", "器", "1", "\\_", "&amp;", "< ", "&"])  # fmt: skip
TEXT = st.lists(WORDS, min_size=1, max_size=8).map("".join)


def _wrap(*patterns: str) -> st.SearchStrategy[str]:
    """Return a strategy for text put into one of the patterns."""
    return st.tuples(st.sampled_from(patterns), TEXT).map(lambda pair: pair[0].replace("T", pair[1]))


INLINE = st.lists(
    TEXT
    | _wrap(
        "**T**", "*T*", "`T`", "[T](x.md)", "[**T** T](x.md)", "![T](x.png)", "T[^1]", "*T*{: .no-term }", "<br>", "  \n", "\n", " ",
        "++ctrl+c++", '<b class="raw">T</b>', '<a class="raw" href="x">*T* T</a>', '<span class="raw">**T** `T`</span>',
        "<kbd>T</kbd>", "<!-- T -->", "<https://x.example/T>",
    ),
    min_size=1,
    max_size=5,
).map("".join)  # fmt: skip
BLOCK = st.one_of(
    INLINE,
    st.tuples(
        st.sampled_from([
            "# I", "## I", "### I", "- I\n- I", "1. I\n\n    I", "> I", "| I |\n|---|\n| I |", "```\nI\n```", "    I", "I\n:   I",
            '!!! note "I"\n    I', '??? note "I"\n    I', '=== "I"\n    I', '<div class="no-terms" markdown="1">\nI\n</div>',
            '<div class="raw">I</div>', '<div markdown="1">\nI\n</div>', '<details markdown="1"><summary>I</summary>\nI\n</details>',
            "[^1]: I", "I\n{: .no-terms }", "<b>I", "I</b>", "<a href=x>I", "*[TCP]: I",
        ]),
        st.lists(INLINE.map(lambda text: text.replace("\n", " ")), min_size=2, max_size=2),
    ).map(lambda pair: pair[0].replace("I", pair[1][0], 1).replace("I", pair[1][1])),
)  # fmt: skip
SOURCE = st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join)
DEFINITIONS = st.text(max_size=30) | st.sampled_from(["<script>alert(1)</script>", '"><a href=x>', "a & b &lt;", "长" * 10_000, "\x02wzxhzdk:0\x03"])  # fmt: skip


@st.composite
def term_lists(draw: st.DrawFn) -> list[Term]:
    names = draw(st.lists(st.sampled_from(NAMES) | TEXT.filter(str.strip).map(str.strip), unique=True, max_size=10))
    return [
        Term(
            id=f"t{number}",
            term=name,
            en=name,
            definition=draw(DEFINITIONS),
            page=draw(st.sampled_from(["other.md", "page.md#t0", "page.md#_1"])),
            topic="topic",
            not_in=(name + draw(TEXT),) if draw(st.booleans()) else (),
        )
        for number, name in enumerate(names)
    ]


def render(source: str, terms: list[Term] | None) -> str:
    own = [] if terms is None else [GlossaryExtension(terms, page="page.md")]
    return Markdown(extensions=[*EXTENSIONS, *own], extension_configs=CONFIGS).convert(source)


def parse(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


class TextOnly(HTMLParser):
    """Collects the text between tags. BeautifulSoup would shorten a run of blanks that stands by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def visible(html: str) -> str:
    reader = TextOnly()
    reader.feed(html)
    reader.close()
    return reader.found


def classes(element: Tag) -> list[str]:
    found = element.get("class")
    return [found] if isinstance(found, str) else list(found or [])


def outline(html: str) -> list[str]:
    """Return every tag but the glossary's links, with its attributes."""
    return [str((tag.name, tag.attrs)) for tag in parse(html).find_all(True) if "term" not in classes(tag)]


PROPERTY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PROPERTY
@given(SOURCE, term_lists())
def test_visible_text_and_all_other_elements_stay(source: str, terms: list[Term]) -> None:
    plain, linked = render(source, None), render(source, terms)
    assert visible(linked) == visible(plain)
    assert outline(linked) == outline(plain)


@PROPERTY
@given(SOURCE, term_lists())
def test_links_stand_only_where_they_may(source: str, terms: list[Term]) -> None:
    known = {term.id: term for term in terms}
    for link in parse(render(source, terms)).select("a.term"):
        assert not link.find(True), "nothing inside the link"
        assert not [parent.name for parent in link.parents if isinstance(parent, Tag) and _forbids(parent)]
        term = known[str(link["data-term"])]
        assert link.get_text().replace("\n", " ") in term.names
        assert link["href"] == f"../glossary/#{term.id}"
        assert set(link.attrs) == {"class", "href", "title", "data-term"}


def _forbids(element: Tag) -> bool:
    return element.name in FORBIDDEN or any(f".{name}" in FORBIDDEN for name in classes(element))


@PROPERTY
@given(SOURCE, term_lists())
def test_each_term_links_once_in_each_section(source: str, terms: list[Term]) -> None:
    seen: set[str] = set()
    for element in parse(render(source, terms)).find_all(True):
        if element.name == "h2":
            seen.clear()
        if "term" in classes(element):
            assert str(element["data-term"]) not in seen
            seen.add(str(element["data-term"]))


@PROPERTY
@given(SOURCE, term_lists())
def test_rendering_twice_gives_the_same(source: str, terms: list[Term]) -> None:
    extension = GlossaryExtension(terms, page="page.md")
    md = Markdown(extensions=[*EXTENSIONS, extension], extension_configs=CONFIGS)
    first, uses = md.convert(source), dict(extension.uses)
    assert md.reset().convert(source) == first
    assert extension.uses == uses
    assert render(source, terms) == first


@PROPERTY
@given(DEFINITIONS)
def test_definition_arrives_as_it_is_written(definition: str) -> None:
    html = render("Pod", [Term("pod", "Pod", "pod", definition, "other.md", "topic")])
    link = parse(html).select_one("a.term")
    assert [tag.name for tag in parse(html).find_all(True)] == ["p", "a"]
    assert link is not None
    printed = "".join(c for c in definition if c.isprintable() and not c.isspace())
    assert "".join(c for c in str(link["title"]) if c.isprintable() and not c.isspace()) == printed


@PROPERTY
@given(term_lists())
def test_glossary_page_shows_every_entry_as_it_is_written(terms: list[Term]) -> None:
    plain = [term for term in terms if not set(term.term) & set("{}")]
    soup = parse(render("# 术语\n\n<!-- list: terms -->\n", plain))
    assert sorted(heading["id"] for heading in soup.find_all("h3")) == sorted(term.id for term in plain)
    for term in plain:
        heading = soup.find("h3", id=term.id)
        assert isinstance(heading, Tag)
        assert next(heading.strings) == term.term
    assert not soup.select("script, img, a.term")
