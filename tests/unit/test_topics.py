"""Topics: a folder of pages that is none would be missing on the home page, in the ledger and in the search's headings."""

from __future__ import annotations

import pytest

from handbook.topics import TOPICS
from support.site_build import ROOT

NO_TOPICS = {"assets", "codes", "contributing", "practice"}


@pytest.mark.parametrize(("folder", "files"), [("docs", "*.md"), ("examples", "*/example.yml")])
def test_every_folder_of_pages_and_of_examples_is_a_topic(folder: str, files: str) -> None:
    folders = {path.name for path in (ROOT / folder).iterdir() if path.is_dir() and any(path.glob(files))}
    assert len(folders) > 3
    assert folders - NO_TOPICS <= TOPICS.keys()
    assert NO_TOPICS & TOPICS.keys() == set()


def test_readers_see_a_name_of_its_own_for_each_topic() -> None:
    assert len(set(TOPICS.values())) == len(TOPICS)
