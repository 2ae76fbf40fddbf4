from __future__ import annotations

from handbook.diagrams.fence import DRAWABLE
from handbook.diagrams.placing import UNDRAWN, find_sources, leave_to_reader, put_in

PAGE = f"<p>前</p>{UNDRAWN}a --&gt; b</code></pre><p>中</p>{UNDRAWN}c</code></pre>{UNDRAWN}a --&gt; b</code></pre><p>后</p>"


class _Drawings:
    def name(self, source: str) -> str:
        return "d1" if source == "a --> b" else "d2"

    def drawing(self, source: str) -> str:
        return f'<svg id="{self.name(source)}"><use href="#{self.name(source)}-x"/></svg>'


def test_sources_are_found_in_order_as_they_were_written() -> None:
    assert list(find_sources(PAGE)) == ["a --> b", "c", "a --> b"]


def test_a_drawing_that_stands_twice_has_other_ids_the_second_time() -> None:
    html = put_in(PAGE, _Drawings())
    assert html.count('<div class="mermaid"><svg') == 3
    assert 'id="d1"><use href="#d1-x"' in html
    assert 'id="d1-2-"><use href="#d1-2--x"' in html
    assert UNDRAWN not in html
    assert html.startswith("<p>前</p>")
    assert html.endswith("<p>后</p>")


def test_the_reader_s_browser_gets_what_the_theme_draws() -> None:
    html = leave_to_reader(PAGE)
    assert html.count(DRAWABLE) == 3
    assert list(find_sources(html)) == []
