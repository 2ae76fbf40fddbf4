"""Landmarks of a page have names, each once; headings are called by their words."""

from __future__ import annotations

from handbook.theme.landmarks import hide_permalinks, name_landmarks


def test_a_list_within_a_list_is_a_group() -> None:
    html = (
        '<nav aria-label="栏"><nav class="a" aria-label="内"><nav>最内</nav></nav></nav><nav aria-label="页脚"></nav>'
    )
    assert name_landmarks(html) == (
        '<nav aria-label="栏"><div role="group" class="a" aria-label="内"><div role="group">最内</div></div></nav>'
        '<nav aria-label="页脚"></nav>'
    )


def test_the_tags_of_a_page_have_a_name() -> None:
    assert name_landmarks('<nav class="md-tags" >甲</nav>') == '<nav class="md-tags" aria-label="标签" >甲</nav>'


def test_code_that_speaks_of_landmarks_stays() -> None:
    assert name_landmarks("<code>&lt;nav&gt;</code>") == "<code>&lt;nav&gt;</code>"


def test_a_permalink_is_no_part_of_the_name_of_its_heading() -> None:
    html = '<h2 id="a">甲<a class="headerlink" href="#a" title="本节链接">¶</a></h2>'
    hidden = hide_permalinks(html)
    assert hidden == html.replace('"headerlink"', '"headerlink" aria-hidden="true" tabindex="-1"')
    assert hide_permalinks(hidden) == hidden
