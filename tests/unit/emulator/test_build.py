"""Where the image lies, and what is refused before anything is made."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from emulator.build import FACTS, folder_of, make
from emulator.recipe import load
from lab.failures import LabError


def test_an_image_that_is_there_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    recipe = load()
    folder = folder_of(recipe)
    assert folder == tmp_path / "yunwei-dazhao/emulator" / recipe.key
    folder.mkdir(parents=True)
    (folder / FACTS).write_text(json.dumps({}), encoding="utf-8")
    said: list[str] = []
    assert make(recipe, said.append) == folder
    assert said == []


def test_without_mmdebstrap_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LabError, match="apt-get install mmdebstrap"):
        make(dataclasses.replace(load(), key="0" * 16), lambda text: None)
