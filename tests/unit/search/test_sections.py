"""A page is cut at its headings; code stands apart; what readers do not read is left out."""

from __future__ import annotations

from handbook.search.sections import Section, cut_page


def test_sections_begin_at_headings_with_an_id() -> None:
    html = '<h1 id="t">题</h1><p>头</p><h2 id="a">一<a class="headerlink" href="#a">¶</a></h2><p>文 <b>粗</b>\n体</p><h3 id="b">二</h3><ul><li>甲</li><li>乙</li></ul>'
    assert cut_page(html) == [Section("", "题", "头"), Section("a", "一", "文 粗 体"), Section("b", "二", "甲\n乙")]


def test_the_fourth_level_begins_a_section_and_the_fifth_does_not() -> None:
    found = cut_page('<h4 id="a">一</h4><p>文</p><h5 id="b">二</h5><p>体</p>')
    assert [(section.id, section.heading) for section in found] == [("", ""), ("a", "一")]
    assert "体" in found[1].text


def test_code_stands_apart_from_text() -> None:
    html = "<p>先敲 <code>ss -tan</code></p><div><pre><span></span><code>ss -tan\n</code></pre></div>"
    assert cut_page(html) == [Section("", "", "先敲 ss -tan", "ss -tan")]


def test_drawings_scripts_line_numbers_and_excluded_elements_are_left_out() -> None:
    html = '<p>看</p><svg><text>图</text></svg><script>x</script><div data-search-exclude><p>不看</p></div><p class="proof-line">已执行</p><div class="linenodiv"><pre>1\n2</pre></div><td class="linenos">3</td>'
    assert cut_page(html) == [Section("", "", "看")]


def test_an_excluded_heading_takes_its_section_along() -> None:
    html = '<p>头</p><h2 id="a" data-search-exclude>一</h2><p>不看</p><h2 id="b">二</h2><p>看</p>'
    assert cut_page(html) == [Section("", "", "头"), Section("b", "二", "看")]


def test_entities_become_characters() -> None:
    assert cut_page("<p>a &lt; b &amp; c</p>")[0].text == "a < b & c"


def test_tags_that_are_never_closed_do_no_harm() -> None:
    assert cut_page("<p>一<p>二</div><br>三") == [Section("", "", "一\n二\n三")]


def test_a_claim_stands_in_one_line_with_what_is_true() -> None:
    html = (
        '<p>前</p><div class="correction"><dl><dt>流传的说法</dt><dd>偶数节点会<code>脑裂</code>。</dd>'
        "<dt>实际上</dt><dd>过半才能写。</dd><dt>证据</dt><dd>示例</dd></dl></div><p>后</p>"
    )
    assert cut_page(html)[0].text.split("\n") == [
        "前",
        "误传： 偶数节点会脑裂。 实际上： 过半才能写。",
        "证据",
        "示例",
        "后",
    ]
