"""What the practice page draws: the questions of a topic, cut out of its rendered page, as scripts named by their content.

Readers load one small file for each topic they draw from; it also works from a folder, where pages may not fetch data.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from posixpath import join, normpath, relpath
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from handbook.practice.render import BOX
from handbook.topics import TOPICS

FOLDER = "assets/practice"


@dataclass(frozen=True)
class Card:
    """A question as HTML: its answer, the way to its section, and ``hash``, which changes when the answer's words do."""

    id: str
    kind: str
    ask: str
    answer: str
    source: str
    hash: str


def read_cards(html: str, url: str, target: str) -> list[Card]:
    """Return the questions of a rendered page at the address ``url``; their links start from the address ``target``.

    Both addresses are relative to the site's root, such as ``practice/iptables/``.
    """
    cards: list[Card] = []
    kind = ""
    box = BeautifulSoup(html, "html.parser").select_one(f".{BOX}")
    for element in box.find_all(["h2", "details"], recursive=False) if box else ():
        if element.name == "h2":
            kind = str(element["id"])
        else:
            cards.append(_card(element, kind, url, target))
    return cards


def _card(details: Tag, kind: str, url: str, target: str) -> Card:
    summary, answer = details.find("summary"), details.select_one(".question-answer")
    source = answer.select_one("p:has(> .question-source)") if answer else None
    if summary is None or answer is None or source is None:
        raise ValueError(f"the question {details.get('id')} lacks a part: hooks/handbook/practice/render.py")
    for link in details.select("a[href]"):
        link["href"] = move_address(str(link["href"]), url, target)
    for element in answer.select("[id]"):
        del element["id"]  # several cards on one page would share them
    source.extract()
    words = re.sub(r"\s+", "", answer.get_text())
    return Card(
        id=str(details["id"]),
        kind=kind,
        ask=summary.decode_contents().strip(),
        answer=answer.decode_contents().strip(),
        source=source.decode_contents().strip(),
        hash=hashlib.sha256(words.encode()).hexdigest()[:8],
    )


def move_address(address: str, url: str, target: str) -> str:
    """Return a relative address that stands on the page ``url`` as the page ``target`` needs it; others as they are."""
    parts = urlsplit(address)
    if parts.scheme or address.startswith("/"):
        return address
    path, _, anchor = address.partition("#")
    place = normpath(join(url, path)) if path else normpath(url)
    folder = not path or path.endswith(("/", "..", "."))
    moved = relpath(place, normpath(target))
    return f"{moved}/{'#' if anchor else ''}{anchor}" if folder else f"{moved}{'#' if anchor else ''}{anchor}"


def card_files(topics: Mapping[str, Sequence[Card]]) -> tuple[str, dict[str, str]]:
    """Return the address of the table of contents, and the text of each file by its address.

    The table has what is needed to say what is due: of each topic its name, its file, and the hashes by kind and id.
    """
    files: dict[str, str] = {}
    contents: dict[str, object] = {}
    for topic in TOPICS:
        if not (cards := topics.get(topic)):
            continue
        name = _put(files, topic, f"practiceTopic({_json(topic)},{_json([asdict(card) for card in cards])})\n")
        kinds = {kind: {c.id: c.hash for c in cards if c.kind == kind} for kind in dict.fromkeys(c.kind for c in cards)}
        contents[topic] = {"name": TOPICS[topic], "file": name.removeprefix(f"{FOLDER}/"), "hashes": kinds}
    return _put(files, "questions", f"practiceQuestions({_json(contents)})\n"), files


def _put(files: dict[str, str], stem: str, text: str) -> str:
    name = f"{FOLDER}/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    files[name] = text
    return name


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
