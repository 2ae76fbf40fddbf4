"""The handbook is the reader's own: nothing in it is loaded from another host, and building it needs no network."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.require import require, require_root
from support.site_build import build_site

FOREIGN = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
# Relations of <link> that only tell, and load nothing.
TELLING = {"canonical", "alternate", "prev", "next", "edit", "license", "author", "help", "me"}
# Hosts that scripts of others name in comments, messages and namespaces, or in code that no page of ours starts
# (the theme asks api.github.com for stars only where an element says data-md-component="source").
NAMED_IN_SCRIPTS = {
    "api.github.com",
    "github.com",
    "clipboardjs.com",
}


def foreign_resources(html: str) -> list[str]:
    """Return what a browser would load from another host on its own, given a page."""
    soup = BeautifulSoup(html, "html.parser")
    found = [str(tag[name]) for name in ("src", "srcset", "poster", "data") for tag in soup.select(f"[{name}]")]
    found += [str(tag["href"]) for tag in soup.select("link[href]") if not TELLING & set(tag.get("rel") or [])]
    found += [str(tag["href"]) for tag in soup.select("use[href], image[href]")]
    styles = "\n".join(
        [tag.get_text() for tag in soup.select("style")] + [str(tag["style"]) for tag in soup.select("[style]")]
    )
    return [url for url in [*found, *_loaded_by_style(styles)] if FOREIGN.match(url)]


def _loaded_by_style(css: str) -> list[str]:
    return re.findall(r"""url\(\s*["']?([^"')]+)""", css) + re.findall(r"""@import\s+["']([^"']+)""", css)


def test_the_check_sees_foreign_resources() -> None:
    """Guards the tests below, which would pass if the check saw nothing."""
    bad = [
        '<script src="https://a.example/x.js"></script>',
        '<script src="//a.example/x.js"></script>',
        '<link rel="stylesheet" href="https://a.example/x.css">',
        '<link rel="preconnect" href="https://a.example">',
        '<img src="https://a.example/x.png">',
        '<p style="background: url(https://a.example/x.png)">',
        "<style>@import 'https://a.example/x.css'</style>",
        '<iframe src="https://a.example/"></iframe>',
    ]
    good = [
        '<a href="https://a.example/">来源</a>',
        '<link rel="canonical" href="https://a.example/">',
        '<img src="x.png">',
    ]
    assert all(foreign_resources(html) for html in bad)
    assert not any(foreign_resources(html) for html in good)


def test_pages_load_nothing_from_elsewhere(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert pages
    found = {
        path.relative_to(built_site).as_posix(): urls
        for path in pages
        if (urls := foreign_resources(path.read_text(encoding="utf-8")))
    }
    assert not found, f"页面从别的主机加载资源：{found}"


def test_style_sheets_load_nothing_from_elsewhere(built_site: Path) -> None:
    sheets = list(built_site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        found = [url for url in _loaded_by_style(sheet.read_text(encoding="utf-8")) if FOREIGN.match(url)]
        assert not found, f"{sheet.relative_to(built_site)} 从别的主机加载：{found}"


def test_files_that_no_page_asks_for_are_not_published(built_site: Path) -> None:
    """The theme's search engine and what describes the theme's files as they were before the build changed them."""
    own = [path.relative_to(built_site / "assets") for path in (built_site / "assets").rglob("*.*")]
    unused = [p.as_posix() for p in own if "vendor" not in p.parts and (p.suffix == ".map" or "lunr" in p.parts)]
    assert not unused
    assert [p.name for p in own if p.name.startswith("search.")] == []
    for script in (built_site / "assets/javascripts").glob("*.js"):
        assert "sourceMappingURL" not in script.read_text(encoding="utf-8"), f"{script.name} 指着一张没有的图"


def test_scripts_name_no_other_host(built_site: Path) -> None:
    """Vendored files are left out: they are checked by checksum, and what they do by the browser tests.

    So is what is nothing but data, such as the search index, which quotes the pages whatever hosts they speak of.
    """
    scripts = [path for path in built_site.rglob("*.js") if "vendor" not in path.parts]
    texts = {path: path.read_text(encoding="utf-8") for path in scripts}
    code = {path: text for path, text in texts.items() if not _is_data(text)}
    assert code and len(code) < len(texts)
    for script, text in code.items():
        hosts = set(re.findall(r"https?://([A-Za-z0-9.-]+\.[a-z]+)", text))
        assert hosts <= NAMED_IN_SCRIPTS, (
            f"{script.relative_to(built_site)} 提到 {hosts - NAMED_IN_SCRIPTS}：不许加载；只是注释就记入 NAMED_IN_SCRIPTS"
        )


def _is_data(script: str) -> bool:
    """Tell whether a script only hands one JSON value to a name: nothing in such a script can ask for anything."""
    match = re.fullmatch(
        r"""(?:(?:searchPart|practiceTopic)\("[\w-]+",(.*)\)|practiceQuestions\((.*)\)|var __index=(.*?));?\s*""",
        script,
        re.DOTALL,
    )
    try:
        return match is not None and json.loads(match[1] or match[2] or match[3]) is not None
    except json.JSONDecodeError:
        return False


def test_what_counts_as_data() -> None:
    """Guards the test above: code behind the data is code."""
    assert _is_data('searchPart("p1",["https://a.example/"])\n')
    assert not _is_data('searchPart("p1",[]);fetch("https://a.example/")')
    assert not _is_data('searchPart("p1",[fetch("https://a.example/")])')


def test_no_page_asks_the_repository_host(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        assert 'data-md-component="source"' not in path.read_text(encoding="utf-8"), path


@pytest.fixture(scope="module")
def site_without_network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the handbook built where no network is, with a link to its archive."""
    require("unshare")
    require_root()
    site = tmp_path_factory.mktemp("offline") / "site"
    done = build_site(
        site, under=("unshare", "--net"), site_url="https://handbook.example.com/", archive="yunwei-dazhao.zip"
    )
    assert done.returncode == 0, f"断网时构建失败：\n{done.stderr[-4000:]}"
    return site


@pytest.mark.xdist_group("site")  # with the next test, which needs the built site: the fixture builds a whole handbook
def test_builds_without_network(site_without_network: Path) -> None:
    assert (site_without_network / "index.html").is_file()


def test_footer_links_the_archive_where_there_is_one(site_without_network: Path, built_site: Path) -> None:
    link = '.md-copyright a[href="https://handbook.example.com/yunwei-dazhao.zip"][download]'
    for page in ("index.html", "iptables/nat/index.html"):
        soup = BeautifulSoup((site_without_network / page).read_text(encoding="utf-8"), "html.parser")
        assert len(soup.select(link)) == 1
        plain = BeautifulSoup((built_site / page).read_text(encoding="utf-8"), "html.parser")
        assert plain.select(".md-copyright") and not plain.select(".md-copyright a[download]")


def test_the_namespace_has_no_network() -> None:
    """Guards the test above: in its namespace not even loopback answers."""
    require("unshare", "python3")
    require_root()
    probe = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"
    done = subprocess.run(["unshare", "--net", "python3", "-c", probe], capture_output=True, text=True, check=False)
    assert "unreachable" in done.stderr
