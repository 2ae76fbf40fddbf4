"""The place of the exam's score on its page, which the end of the build fills."""

from __future__ import annotations

from markdown import Markdown

from handbook.search.score import PLACE


def test_the_place_of_the_search_score_is_kept() -> None:
    html = Markdown(extensions=["handbook.search.score"]).convert("<!-- list: search-score -->")
    assert html == "<!-- score of the search exam -->"


def test_the_place_is_kept_between_paragraphs_and_not_in_code() -> None:
    md = Markdown(extensions=["handbook.search.score"])
    html = md.convert("前\n\n<!-- list: search-score -->\n\n后\n\n说 `<!-- list: search-score -->`")
    assert html.split("\n")[:3] == ["<p>前</p>", PLACE, "<p>后</p>"]
    assert html.count(PLACE) == 1
