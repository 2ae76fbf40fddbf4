"""The guide says what the rules check."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from handbook.rules.files import MAX_IMAGE, MAX_PAGE
from handbook.rules.registry import RULES

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "data/front-matter.schema.json").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs/contributing/page.md").read_text(encoding="utf-8")
# The rows of the table of front matter, by key.
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE.split("{#front-matter}")[1].split("\n## ")[0], re.MULTILINE))


def test_the_guide_lists_the_keys_of_front_matter() -> None:
    assert set(ROWS) == set(SCHEMA["properties"])


@pytest.mark.parametrize("key", SCHEMA["properties"])
def test_the_guide_names_the_limits_and_the_choices_of_a_key(key: str) -> None:
    schema = SCHEMA["properties"][key]
    limits = [schema[name] for name in ("minLength", "maxLength", "maxItems") if name in schema]
    items = schema.get("items", {})
    choices = [*schema.get("enum", []), *items.get("enum", []), *schema.get("properties", {})]
    if "$ref" in schema:
        entry = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]["items"]["properties"]
        choices = ["see"] if key == "interview" else [*entry]
        limits = [] if key == "interview" else [entry["ask"]["minLength"], entry["ask"]["maxLength"]]
    missing = [str(word) for word in (*limits, *choices) if str(word) not in ROWS[key]]
    # Symptoms and questions are written alike; the first row says how.
    assert missing == [] or (key == "interview" and "写法同上" in ROWS[key])
    needed = {*SCHEMA["required"], *SCHEMA["$defs"]["topic_page"]["required"]}
    assert ("可选" in ROWS[key]) == (key not in needed)


def test_the_guide_names_the_limits_of_files() -> None:
    assert f"不超过 {MAX_IMAGE // 1000} kB" in GUIDE
    assert MAX_PAGE == 40_000
    assert "四万" in RULES["SIZE-1"].title
