"""glossary_extension: where links stand in rendered Markdown, where they must not, and what they look like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from handbook.glossary.extension import GlossaryExtension, makeExtension
from handbook.glossary.terms import Term
from handbook.page import Page, PageExtension

# What mkdocs.yml uses, without snippets.
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "abbr",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.blocks.caption",
]  # fmt: skip
CONFIGS = {"pymdownx.tabbed": {"alternate_style": True}, "toc": {"permalink": True}}


def term(name: str, *aliases: str, page: str = "other/page.md", **more: str) -> Term:
    return Term(
        name.lower().replace(" ", "-"), name, name, more.get("definition", f"{name} 的定义。"), page, "other", aliases
    )


TERMS = [term("Pod", "容器组"), term("Service"), term("连接跟踪", "conntrack"), term("连接跟踪表"), term("Pod 亲和性")]


def render(source: str, terms: list[Term] = TERMS, page: str = "topic/page.md", **options: str) -> str:
    extension = GlossaryExtension(terms, None, page=page, **options)
    return Markdown(extensions=[*EXTENSIONS, extension], extension_configs=CONFIGS).convert(source)


def links(html: str) -> list[str]:
    return [link.get_text() for link in BeautifulSoup(html, "html.parser").select("a.term")]


# --- The link itself


def test_link() -> None:
    html = render("使用Pod部署。")
    link = BeautifulSoup(html, "html.parser").select_one("p > a.term")
    assert link is not None
    assert link.attrs == {
        "class": ["term"],
        "data-term": "pod",
        "href": "../../glossary/#pod",
        "title": "Pod 的定义。",
    }
    assert BeautifulSoup(html, "html.parser").get_text() == "使用Pod部署。"


@pytest.mark.parametrize(
    ("page", "href"),
    [
        ("index.md", "glossary/#pod"),
        ("", "glossary/#pod"),
        ("a/b.md", "../../glossary/#pod"),
        ("a/b/c.md", "../../../glossary/#pod"),
    ],
)
def test_address_is_relative_to_the_page(page: str, href: str) -> None:
    assert f'href="{href}"' in render("Pod", page=page)


def test_glossary_page_can_be_elsewhere() -> None:
    assert 'href="../../reference/terms/#pod"' in render("Pod", glossary="reference/terms.md")


def test_alias_leads_to_its_entry() -> None:
    assert 'data-term="pod"' in render("容器组")


def test_named_in_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another engine names the extension and gives options; it reads the file itself."""
    (tmp_path / "data").mkdir()
    entry = "- {id: pod, term: Pod, en: pod, definition: 定义。, page: a/b.md, topic: a}\n"
    (tmp_path / "data" / "glossary.yml").write_text(entry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    options = {"handbook.glossary.extension": {"page": "a/c.md"}}
    html = Markdown(extensions=["handbook.glossary.extension"], extension_configs=options).convert("Pod")
    assert 'href="../../glossary/#pod"' in html
    assert makeExtension(data=str(tmp_path / "data" / "glossary.yml")).terms[0].id == "pod"


HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "A & B &amp; C &lt; D &#60; &nbsp;",
    "一行\n两行\r\n三行",
    '`code` *em* [link](x) {: .x } ![](y) | --8<-- "x"',
    "\x02wzxhzdk:0\x03 \x02amp\x03 \x0265\x03 \x02klzzwxh:0000\x03",
    "长" * 10_000,
    "</a></p><h1>",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("definition", HOSTILE)
def test_hostile_definition_stays_text(definition: str) -> None:
    html = render("看 Pod 和 `x` 与 <b>y</b>。", [term("Pod", definition=definition)])
    soup = BeautifulSoup(html, "html.parser")
    assert [tag.name for tag in soup.find_all(True)] == ["p", "a", "code", "b"]
    title = str(soup.select("a.term")[0]["title"])
    shown = "".join(" " if ord(c) < 32 else c for c in definition)
    assert " ".join(title.split()) == " ".join(shown.split())
    assert soup.get_text() == "看 Pod 和 x 与 y。"


# --- First mention in each section


@pytest.mark.parametrize(("page", "found"), [("iptables/nat.md", ["规则"]), ("monitoring/alerts.md", [])])
def test_word_with_another_sense_elsewhere_links_in_its_topics_only(page: str, found: list[str]) -> None:
    rule = replace(term("规则"), only=("iptables", "network"))
    assert links(render("这条规则没有触发。", [rule], page=page)) == found


def test_first_mention_in_each_h2_section() -> None:
    source = "# 题\n\nPod Pod\n\nPod\n\n## 甲 {#a}\n\nPod Pod\n\n### 甲一 {#a1}\n\nPod\n\n## 乙 {#b}\n\n- Pod\n- Pod\n"
    html = render(source)
    assert links(html) == ["Pod"] * 3
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one("ul > li:first-child > a.term")
    assert not soup.select("ul > li:last-child > a.term")


def test_a_paragraph_below_the_first_section_has_one_link() -> None:
    source = "# 题\n\nPod Service\n\n## 甲 {#a}\n\nPod 和**Service**，`x` 连接跟踪\n\n- 连接跟踪 Service\n- Service\n\n| 甲 |\n|---|\n| Pod 亲和性 |\n"
    assert links(render(source)) == ["Pod", "Service", "Pod", "连接跟踪", "Service", "Pod 亲和性"]


def test_name_and_alias_are_one_term() -> None:
    assert links(render("容器组就是 Pod。")) == ["容器组"]


def test_later_mention_of_a_long_name_does_not_free_a_short_one() -> None:
    assert links(render("连接跟踪表；连接跟踪表；连接跟踪")) == ["连接跟踪表", "连接跟踪"]


def test_uses_are_noted_by_section() -> None:
    extension = GlossaryExtension(TERMS, page="topic/page.md")
    md = Markdown(extensions=[*EXTENSIONS, extension], extension_configs=CONFIGS)
    source = "# 题\n\nPod\n\n## 甲 {#a}\n\nService\n\nPod，Pod\n\n## 乙 {#b}\n\n无\n"
    md.convert(source)
    expected = {"topic/page.md": [("pod", ""), ("service", "a"), ("pod", "a")]}
    assert extension.uses == expected
    md.reset()
    md.convert(source)
    assert extension.uses == expected


def test_a_footnote_belongs_to_the_section_that_refers_to_it() -> None:
    source = "## 甲 {#a}\n\n见[^1]\n\n## 乙 {#b}\n\nPod\n\n[^1]: 脚注里的 Pod\n\n    和 Service\n"
    extension = GlossaryExtension(TERMS, page="topic/page.md")
    html = Markdown(extensions=[*EXTENSIONS, extension], extension_configs=CONFIGS).convert(source)
    assert extension.uses["topic/page.md"] == [("pod", "b"), ("pod", "a"), ("service", "a")]
    assert links(html) == ["Pod", "Pod", "Service"]


def test_a_footnote_has_no_link_that_its_section_has() -> None:
    assert links(render("## 甲 {#a}\n\nPod[^1]\n\n## 乙 {#b}\n\n无\n\n[^1]: 脚注里的 Pod\n")) == ["Pod"]


# --- Where the text may stand


@pytest.mark.parametrize(
    "source",
    [
        "**Pod**", "*Pod*", "- Pod", "1. Pod", "> Pod", "甲\n:   Pod", "| a |\n|---|\n| Pod |", "!!! note\n    Pod",
        "??? note\n    Pod", '=== "甲"\n    Pod', "x[^1]\n\n[^1]: Pod", '<div markdown="1">\nPod\n</div>',
        "`code` Pod", "<br>Pod", "a<br>Pod", "![图](x.png) Pod", "<b>x</b> Pod", "a  \nPod", "“Pod”", "Pod[^1]\n\n[^1]: x",
        "<!-- Pod --> Pod", "- [x](y)\n- Pod", "第一行\nPod", "<span>x</span> <i>y</i> Pod", "&copy; Pod", "a \\* Pod",
    ],
)  # fmt: skip
def test_links_in_running_text(source: str) -> None:
    assert links(render(source)) == ["Pod"]


@pytest.mark.parametrize(
    "source",
    [
        # code, keys
        "`Pod`", "    Pod", "```\nPod\n```", "```yaml\nkind: Pod\n```", "`#!bash Pod`", "<code>Pod</code>", "<kbd>Pod</kbd>",
        "<pre>Pod</pre>", "<samp>Pod</samp>", "~~~text\nPod\n~~~",
        # links, images
        "[Pod](x.md)", "[**Pod**](x.md)", "[Pod][x]\n\n[x]: y.md", "<https://Pod.example>", '<a href="x">Pod</a>',
        '<a href="x">**Pod** *x*</a>', "![Pod](x.png)", '[x](y "Pod")',
        # headings, titles, heads, captions
        "# Pod", "## Pod", "### Pod {#x}", "Pod\n===", "Pod\n---", "| Pod |\n|---|\n| a |", "!!! note \"Pod\"\n    a",
        "??? note \"Pod\"\n    a", '=== "Pod"\n    a', "Pod\n:   a", "*[Pod]: x\n\nPod", "a\n\n/// caption\nPod\n///",
        "<figure><figcaption>Pod</figcaption></figure>", '<figure markdown="1">\na\n<figcaption markdown="1">Pod</figcaption>\n</figure>',
        "<details><summary>Pod</summary></details>", '<details markdown="1">\n<summary markdown="1">Pod</summary>\na\n</details>',
        # raw HTML
        "<b>Pod</b>", "<span>Pod</span>", "<span>*x* Pod</span>", "<span>**Pod**</span>", "<div>Pod</div>", "<p>Pod</p>",
        "<table><tr><td>Pod</td></tr></table>", "<abbr title=x>Pod</abbr>", "<label>Pod</label>", "<!-- Pod -->",
        "<b>x <i>y</i> Pod</b>", "<B>Pod</B>", "<i>a</b> Pod</i>", "<span\nclass=x>Pod</span>", "<a href=x>open Pod",
        "<a href=x>open<br>Pod",
        # opt-outs
        "Pod\n{: .no-terms }", "*Pod*{: .no-term }", '<div class="no-terms" markdown="1">\nPod\n\n- Pod\n</div>',
        "[x](y){: .a } *a Pod b*{: .b .no-term }",
        # not the word
        "PodSpec", "kube-Pod-x", "a.Pod.b", "Pod\\_x", "x\\_Pod", "**Pod**Spec", "*My*Pod", "Pod**s**", "`x`_Pod", "\\_Pod", "x\\-Pod",
    ],
)  # fmt: skip
def test_no_links_elsewhere(source: str) -> None:
    html = render(source)
    assert links(html) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>Pod</b> Pod", ["Pod"]),
        ("<b>x</b> Pod <i>Service</i>", ["Pod"]),
        ("`Pod` Pod", ["Pod"]),
        ("[Pod](x) Pod", ["Pod"]),
        ("<span>open Pod\n\nPod", ["Pod"]),  # nobody closes it: only its own paragraph stays free of links
        ("*Pod*{: .no-term } Pod", ["Pod"]),
        ("## Pod\n\nPod", ["Pod"]),
        ("Pod\n亲和性", ["Pod\n亲和性"]),
        ("Pod\n\n亲和性", ["Pod"]),
        ("连接**跟踪**", []),
        ("**连接**跟踪", []),
        ("连接跟踪**表**", ["连接跟踪"]),
        ("<script>Pod</script>\n\nPod", ["Pod"]),
    ],
)
def test_links_beside_what_is_skipped(source: str, expected: list[str]) -> None:
    assert links(render(source)) == expected


def test_no_link_in_keys() -> None:
    html = render("++ctrl+c++", [term("Ctrl"), term("C")])
    assert "<kbd" in html
    assert links(html) == []


def test_escaped_character_is_no_name() -> None:
    html = render("a \\_ b", [term("_"), term("95"), term("5")])
    assert html == "<p>a _ b</p>"


def test_existing_link_keeps_its_text_and_place() -> None:
    html = render("a [Pod](x.md) b Pod c Service d")
    assert html == (
        '<p>a <a href="x.md">Pod</a> b <a class="term" href="../../glossary/#pod" title="Pod 的定义。" data-term="pod">Pod</a>'
        ' c <a class="term" href="../../glossary/#service" title="Service 的定义。" data-term="service">Service</a> d</p>'
    )


# --- Pages that want no links, and the section that explains the term


def test_page_can_opt_out() -> None:
    extension = GlossaryExtension(TERMS)
    page = PageExtension(Page("a.md", "---\nglossary: false\n---\nPod\n"))
    assert links(Markdown(extensions=[page, extension]).convert("Pod")) == []
    assert extension.uses == {"a.md": []}


def test_the_page_is_the_one_that_is_rendered() -> None:
    page = PageExtension(Page("topic/page.md", "Pod\n"))
    html = Markdown(extensions=[page, GlossaryExtension(TERMS)]).convert("Pod")
    assert 'href="../../glossary/#pod"' in html


def test_an_engine_that_rewrites_links_gets_the_path_of_the_source() -> None:
    page = PageExtension(Page("topic/page.md", "Pod\n", rewrites_links=True))
    html = Markdown(extensions=[page, GlossaryExtension(TERMS)]).convert("Pod")
    assert 'href="../glossary.md#pod"' in html


def test_a_page_depends_on_all_names_and_on_the_definitions_of_those_that_it_has() -> None:
    def depends(markdown: str, **other: Any) -> str:
        return repr(GlossaryExtension([term("Pod"), replace(term("Service"), **other)]).depends_on(markdown))

    assert depends("Pod") == depends("Pod", definition="另一个")
    assert depends("Service") != depends("Service", definition="另一个")
    assert depends("Pod") != depends("Pod", term="服务")
    assert depends("<!-- list: terms -->") != depends("<!-- list: terms -->", definition="另一个")


def test_glossary_page_links_nothing() -> None:
    assert links(render("Pod", page="glossary.md")) == []
    assert links(render("Pod\n\n<!-- list: terms -->\n", page="elsewhere.md")) == []


EXPLAINED = """\
# 题 {#top}

甲0 连接跟踪

## 甲 {#a}

甲1 连接跟踪
{: #here }

### 甲一 {#a1}

甲2 连接跟踪

#### 甲一一 {#a11}

甲3 连接跟踪

### 甲二 {#a2}

甲4 连接跟踪

## 乙 {#b}

甲5 连接跟踪
"""


def linked_places(anchor: str, page: str = "topic/page.md") -> str:
    explained = term("连接跟踪", page=f"topic/page.md#{anchor}" if anchor else "topic/page.md")
    # A second H2 section has its own first mention; mark each paragraph by a number to see which one links.
    soup = BeautifulSoup(render(EXPLAINED, [explained], page=page), "html.parser")
    return "".join(p.get_text()[1] for p in soup.find_all("p") if p.select("a.term"))


@pytest.mark.parametrize(
    ("anchor", "linked"),
    [
        ("", ""),
        ("top", ""),
        ("a", "05"),
        ("a1", "015"),
        ("a2", "015"),
        ("b", "01"),
        ("here", "05"),
        ("gone", "015"),
    ],
)
def test_no_link_in_the_section_that_explains_it(anchor: str, linked: str) -> None:
    assert linked_places(anchor) == linked


def test_part_that_explains_it_does_not_use_up_the_first_mention() -> None:
    source = "## 甲 {#a}\n\n### 甲一 {#a1}\n\n甲2 连接跟踪\n\n#### 更深 {#x}\n\n甲3 连接跟踪\n\n### 甲二 {#a2}\n\n甲4 连接跟踪\n"
    html = render(source, [term("连接跟踪", page="topic/page.md#a1")])
    soup = BeautifulSoup(html, "html.parser")
    assert [p.get_text() for p in soup.find_all("p") if p.select("a.term")] == ["甲4 连接跟踪"]


def test_paragraph_before_the_first_h2_that_explains_it() -> None:
    source = "# 题\n\n连接跟踪是……\n{: #lead }\n\n## 乙 {#b}\n\n连接跟踪\n"
    html = render(source, [term("连接跟踪", page="topic/page.md#lead")])
    assert len(links(html)) == 1
    assert links(html.split("<h2")[1]) == ["连接跟踪"]


def test_it_links_on_other_pages() -> None:
    assert linked_places("a", page="topic/other.md") == "015"


def test_text_of_a_page_that_explains_a_long_name_does_not_free_a_short_one() -> None:
    terms = [term("连接跟踪表", page="topic/page.md"), term("连接跟踪")]
    assert links(render("连接跟踪表", terms)) == []


# --- Rendering again, and headings


def test_rendering_twice_gives_the_same() -> None:
    extension = GlossaryExtension(TERMS, page="topic/page.md")
    md = Markdown(extensions=[*EXTENSIONS, extension], extension_configs=CONFIGS)
    source = "Pod <b>x</b> `y` Service\n\n## 甲\n\nPod\n"
    first = md.convert(source)
    assert md.reset().convert(source) == first


def test_table_of_contents_is_untouched() -> None:
    md = Markdown(extensions=[*EXTENSIONS, GlossaryExtension(TERMS)], extension_configs=CONFIGS)
    html = md.convert("## 什么是 Pod {#pod}\n\nPod\n")
    assert [token["name"] for token in vars(md)["toc_tokens"]] == ["什么是 Pod"]
    assert links(html) == ["Pod"]
