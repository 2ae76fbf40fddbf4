"""require: where a test looks for its programs, and what it says when one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.require import require


def test_program_on_another_path_is_found(tmp_path: Path) -> None:
    program = tmp_path / "only-here"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    require("only-here", path=str(tmp_path))


def test_missing_program_is_a_failure_on_ci_and_a_skip_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"apt-get install docker\.io"):
        require("dockerd", path="/nowhere")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match=r"apt-get install docker\.io"):
        require("dockerd", path="/nowhere")
