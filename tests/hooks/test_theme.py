"""theme: the script that the site gets instead of the theme's, and what it leaves out."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from handbook.theme.bundle import change, find_bundle
from support.site_build import ROOT
from theme import SCRIPT, on_files
from unit.theme.test_bundle import LIBRARY, PATCHES

IMMUTABLE = re.compile(
    r"/assets/.*\.([0-9a-f]{8})\.(?:min\.)?(?:js|css)"
)  # what deploy/nginx.conf lets be kept for a year


def _config() -> MkDocsConfig:
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins._current_plugin = "theme"  # whose event it is: MkDocs notes it in each file that is made
    return config


def _files(config: MkDocsConfig) -> Files:
    files = Files([File.generated(config, LIBRARY, content="")])
    files.add_files_from_theme(Environment(loader=FileSystemLoader(config.theme.dirs)), config)  # noqa: S701 - nothing is rendered
    return files


def _theme_script() -> tuple[str, str]:
    files = {file.src_uri: file for file in _files(_config())}
    name = find_bundle(files)
    return name, files[name].content_string


def test_the_script_is_published_changed_under_a_name_of_its_content() -> None:
    config = _config()
    files = on_files(_files(config), config=config)
    (script,) = [file for file in files if "bundle" in file.src_uri]
    old, original = _theme_script()
    assert script.src_uri == config.extra[SCRIPT] != old
    assert hashlib.sha256(script.content_bytes).hexdigest()[:8] in script.src_uri
    assert script.content_string != original
    assert "unpkg.com" not in script.content_string
    assert "sourceMappingURL" in original
    assert "sourceMappingURL" not in script.content_string


def test_the_script_of_the_theme_has_each_place_once() -> None:
    changed = change(_theme_script()[1], PATCHES)
    assert all(patch.new in changed for patch in PATCHES)


@pytest.mark.parametrize(
    "pattern", ["assets/javascripts/bundle.*", "assets/stylesheets/palette.*", "assets/javascripts/workers/*", "*.map"]
)
def test_a_theme_without_a_file_stops_the_build(pattern: str) -> None:
    config = _config()
    files = _files(config)
    for file in [file for file in files if Path(file.src_uri).match(pattern)]:
        files.remove(file)
    with pytest.raises(PluginError, match="Material 换了版本"):
        on_files(files, config=config)


@pytest.mark.parametrize("library", ["", "assets/nothing.js"])
def test_a_missing_mermaid_stops_the_build(library: str) -> None:
    config = _config()
    config.plugins["mermaid2"].config["javascript"] = library
    with pytest.raises(PluginError, match=r"mkdocs\.yml：mermaid2 的 javascript 要指向"):
        on_files(_files(config), config=config)


def test_what_may_be_kept_for_a_year_has_the_name_of_its_content(built_site: Path) -> None:
    """A file of the theme keeps its name only while its bytes are the theme's."""
    pattern = IMMUTABLE.pattern.replace(r"(?:", "(").replace("([0-9a-f]{8})", "[0-9a-f]{8}")
    assert pattern in (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    originals = {file.src_uri: file.content_bytes for file in _files(_config())}
    kept = [
        path for path in built_site.rglob("*") if IMMUTABLE.fullmatch("/" + path.relative_to(built_site).as_posix())
    ]
    assert len(kept) >= 2
    for path in kept:
        name, content = path.relative_to(built_site).as_posix(), path.read_bytes()
        own = hashlib.sha256(content).hexdigest()[:8] in path.name
        assert own or originals.get(name) == content, f"{name} 的内容变了，名字没有变：读者会用一年旧的"
    assert any(hashlib.sha256(path.read_bytes()).hexdigest()[:8] in path.name for path in kept)


def test_every_page_loads_the_changed_script_and_our_worker(built_site: Path) -> None:
    (script,) = built_site.glob("assets/javascripts/bundle.*.min.js")
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count(script.name) == 1, page
        (worker,) = re.findall(r'const search = "([^"]+)"', html)
        root = built_site if worker.startswith("/") else page.parent
        assert (root / worker.lstrip("/")).resolve() == (
            built_site / "assets/javascripts/search/worker.js"
        ).resolve(), page
