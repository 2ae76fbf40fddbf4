"""Every code is found on the built site as people ask for it: by program and number, by name, by what the program said."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from bs4 import BeautifulSoup

from handbook.codes.data import FOLDER, Vocabulary, load_codes
from handbook.examples.records import load_examples
from handbook.search.build import start_engine
from handbook.search.exam import SCRIPT
from support.site_build import ROOT

if TYPE_CHECKING:
    from py_mini_racer import JSPromise

LEAST_PROVOKED = 0.7
SCRIPTS = ROOT / "docs/assets/javascripts"
ASK = """async json => {
    const { files, version, questions } = JSON.parse(json)
    const engine = new SearchEngine(fileLoader(files, version))
    const answers = []
    for (const question of questions) {
        const [page] = await (await engine.find(question)).first()
        answers.push(page ? [page.url, page.sections[0].id] : ["", ""])
    }
    return JSON.stringify(answers)
}"""


@pytest.fixture(scope="module")
def vocabularies() -> dict[str, Vocabulary]:
    return load_codes(ROOT / FOLDER, ROOT / "docs", load_examples(ROOT / "examples"))


def first_sections(site: Path, questions: list[str]) -> list[tuple[str, str]]:
    """Return the address and the section that search on a built site shows first for each question."""
    folder = site / "search"
    files = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    version = next(name for name in files if "/" in name).split("/")[0]
    asked = json.dumps({"files": files, "version": version, "questions": questions})

    def run() -> list[tuple[str, str]]:
        engine = start_engine(SCRIPTS, SCRIPT)
        promise = cast("JSPromise", engine.eval(f"({ASK})({json.dumps(asked)})"))
        return [(address, section) for address, section in json.loads(str(promise.get(timeout=300)))]

    # In a thread of its own: Playwright keeps an event loop running in the tests' thread, which V8's promises take for theirs.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(run).result()


def _questions(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return what people type, and the section that is meant."""
    word = vocabulary.words[0]
    asked = [(f"{word} {code.number or code.name}", code.id) for code in vocabulary.codes]
    asked += [(f"{code.number or code.name} {word}", code.id) for code in vocabulary.codes]
    asked += [(form, code.id) for code in vocabulary.codes for form in code.forms]
    return asked + [(code.name, code.id) for code in vocabulary.codes if vocabulary.alone and code.name]


def test_every_code_is_the_first_that_is_found(built_site: Path, vocabularies: dict[str, Vocabulary]) -> None:
    asked = [
        (question, (vocabulary.page.removesuffix(".md") + "/", section))
        for vocabulary in vocabularies.values()
        for question, section in _questions(vocabulary)
    ]
    assert len(asked) > 100
    found = first_sections(built_site, [question for question, _ in asked])
    missed = [
        f"{question}：{answer}" for (question, wanted), answer in zip(asked, found, strict=True) if answer != wanted
    ]
    assert not missed, "\n".join(missed)


def test_search_does_not_find_the_transcript_that_has_every_code(vocabularies: dict[str, Vocabulary]) -> None:
    found = []
    for vocabulary in vocabularies.values():
        provoking = {vocabulary.example, *(code.example for code in vocabulary.codes)} - {""}
        sections = re.split(r"(?m)^(?=## )", (ROOT / "docs" / vocabulary.page).read_text(encoding="utf-8"))
        for section in sections:
            heading = section.partition("\n")[0]
            whole = {f"<!-- example: {name} -->" for name in provoking}
            whole |= {f'example="{name}/expected.txt"' for name in provoking}
            if any(place in section for place in whole) and " data-search-exclude}" not in heading:
                found.append(f"docs/{vocabulary.page}：{heading}")
    assert not found, "标题后面写 data-search-exclude：\n" + "\n".join(found)


def test_most_codes_of_each_vocabulary_were_provoked_or_their_rules_checked(
    vocabularies: dict[str, Vocabulary],
) -> None:
    assert vocabularies
    few = [
        f"{v.title}：{v.provoked} + {v.checked} / {len(v.codes)}"
        for v in vocabularies.values()
        if v.provoked + v.checked < LEAST_PROVOKED * len(v.codes)
    ]
    assert not few, "触发过的（告警还算规则核对过的）不到七成：\n" + "\n".join(few)


def test_the_list_of_vocabularies_says_how_many_were_provoked(
    built_site: Path, vocabularies: dict[str, Vocabulary]
) -> None:
    soup = BeautifulSoup((built_site / "codes/index.html").read_text(encoding="utf-8"), "html.parser")
    rows = [[cell.get_text().strip() for cell in row("td")][:3] for row in soup.select("article tr")[1:]]
    assert rows == [[v.title, str(len(v.codes)), str(v.provoked)] for v in vocabularies.values()]


def test_the_text_edition_has_every_code(built_site: Path, vocabularies: dict[str, Vocabulary]) -> None:
    for vocabulary in vocabularies.values():
        text = (built_site / vocabulary.page.replace(".md", ".txt")).read_text(encoding="utf-8")
        assert [code.key for code in vocabulary.codes if code.name and code.name not in text] == []
