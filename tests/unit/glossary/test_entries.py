"""glossary_entries: the entries in order, and the pages that use them."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from handbook.glossary.entries import FOLDED_FROM, fill_references, sort_terms, source_line
from handbook.glossary.extension import GlossaryExtension
from handbook.glossary.terms import Term


def term(name: str, term_id: str, topic: str = "network", page: str = "network/a.md#x", **more: object) -> Term:
    return Term(term_id, name, f"{name} en", f"{name} 的定义。", page, topic, **more)  # type: ignore[arg-type]


TERMS = [
    term("重传", "retransmit"),
    term("连接跟踪", "conntrack", topic="iptables", aliases=("conntrack", "ct")),
    term("UDP", "udp", page="network/u.md"),
    term("arp", "arp"),
    term("安全组", "sg"),
]
SOURCE = "# 术语表\n\n前\n\n<!-- list: terms -->\n\n后\n"


def render(terms: list[Term], source: str = SOURCE, *, late: bool = False) -> str:
    extension = GlossaryExtension(terms, {"iptables": "防火墙", "network": "网络"}, page="glossary.md")
    extension.late_references = late
    return Markdown(extensions=["attr_list", "toc", extension]).convert(source)


def one(html: str, selector: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").select_one(selector)
    assert found is not None, selector
    return found


def test_latin_first_then_chinese_by_sound() -> None:
    names = ["重传", "UDP", "安全组", "连接跟踪", "arp", "TCP", "四次挥手", "DNAT", "包过滤"]
    assert [t.term for t in sort_terms([term(name, name) for name in names])] == [
        "arp", "DNAT", "TCP", "UDP", "安全组", "包过滤", "连接跟踪", "四次挥手", "重传",
    ]  # fmt: skip


def test_entries_by_topic() -> None:
    soup = BeautifulSoup(render(TERMS), "html.parser")
    assert [(h.name, h["id"], h.get_text()) for h in soup.find_all(["h2", "h3"])] == [
        ("h2", "topic--iptables", "防火墙"),
        ("h3", "conntrack", "连接跟踪"),
        ("h2", "topic--network", "网络"),
        ("h3", "arp", "arp"),
        ("h3", "udp", "UDP"),
        ("h3", "sg", "安全组"),
        ("h3", "retransmit", "重传"),
    ]
    texts = [p.get_text() for p in one(render(TERMS), "#conntrack").find_next_siblings("p")[:3]]
    assert texts == ["连接跟踪 en；也写作 conntrack、ct", "连接跟踪 的定义。", "讲解：network/a.md"]
    assert [a["href"] for a in soup.select(".term-source a")] == ["../network/a/#x"] * 2 + ["../network/u/"] + [
        "../network/a/#x"
    ] * 2
    assert soup.get_text().split()[1] == "前"
    assert soup.get_text().split()[-1] == "后"


def test_index_names_every_entry() -> None:
    index = one(render(TERMS), "details.term-index")
    assert one(str(index), "summary").get_text() == "按名称排列（5 条）"
    assert [a["href"] for a in index.select("a")] == ["#arp", "#udp", "#sg", "#conntrack", "#retransmit"]


def test_english_name_that_is_the_name_is_not_repeated() -> None:
    entries = [
        Term("a", "sar", "sar", "一。", "a.md", "network"),
        Term("b", "ss", "ss", "二。", "a.md", "network", ("netstat",)),
    ]
    names = BeautifulSoup(render(entries), "html.parser").select(".term-names")
    assert [name.get_text() for name in names] == ["也写作 netstat"]


def test_topic_without_name_comes_last_under_its_id() -> None:
    html = render([term("甲", "a", topic="zebra"), term("乙", "b")])
    assert [h.get_text() for h in BeautifulSoup(html, "html.parser").find_all("h2")] == ["网络", "zebra"]


def test_page_without_marker_is_left_alone() -> None:
    assert (
        render(TERMS, "# 题\n\n文 `<!-- list: terms -->` 字\n")
        == '<h1 id="_1">题</h1>\n<p>文 <code>&lt;!-- list: terms --&gt;</code> 字</p>'
    )


def test_no_entries() -> None:
    assert "按名称排列（0 条）" in render([])


def test_markup_in_an_entry_is_text() -> None:
    hostile = Term("x", "<b>*a*</b>", "`en` & &lt;", "<script>x</script> [a](b) **c**", "a.md", "network", ("_z_",))
    html = render([hostile])
    assert one(html, "#x").get_text() == "<b>*a*</b>"
    assert one(html, ".term-names").get_text() == "`en` & &lt;；也写作 _z_"
    assert one(html, ".term-definition").get_text() == "<script>x</script> [a](b) **c**"
    assert not BeautifulSoup(html, "html.parser").select("script, b, strong, em, code")


def test_entries_have_the_permalinks_that_toc_gives_to_headings() -> None:
    extension = GlossaryExtension(TERMS, page="glossary.md")
    toc = {"toc": {"permalink": True, "permalink_title": "本节 & 链接", "permalink_class": "mark"}}
    html = Markdown(extensions=["toc", extension], extension_configs=toc).convert(SOURCE)
    links = [one(html, f"{heading} > a.mark") for heading in ("#topic--network", "#udp")]
    assert [link["href"] for link in links] == ["#topic--network", "#udp"]
    assert {link.get_text() + str(link["title"]) for link in links} == {"¶本节 & 链接"}
    assert "headerlink" not in render(TERMS), "without the setting there are none"


def test_references() -> None:
    html = render(TERMS, late=True)
    assert "讲解" not in html
    uses = {"udp": ['<a href="../a/">甲页</a>（<a href="../a/#one">一节</a>）', '<a href="../b/">乙页</a>']}
    filled = fill_references(html, {"udp": source_line("../u/#x&y", "讲解页 › 节")}, uses)
    udp = one(filled, "#udp").find_next_siblings("p")
    assert udp[2].get_text() == "讲解：讲解页 › 节"
    assert udp[2].select("a")[0]["href"] == "../u/#x&y"
    assert udp[3].get_text() == "出现在：甲页（一节）；乙页"
    assert [a["href"] for a in udp[3].select("a")] == ["../a/", "../a/#one", "../b/"]
    assert filled.count("term-uses") == 1, "no list under a term that no page uses"


def test_long_list_of_uses_is_folded() -> None:
    many = [f'<a href="../{n}/">页{n}</a>' for n in range(FOLDED_FROM)]
    filled = fill_references(render(TERMS, late=True), {}, {"udp": many})
    assert one(filled, "details.term-uses summary").get_text() == f"出现在 {FOLDED_FROM} 页"
    assert len(one(filled, "details.term-uses").select("a")) == FOLDED_FROM
