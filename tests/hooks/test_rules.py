"""`make serve` says what is against the content rules; a build does not: `make check` has said it."""

from __future__ import annotations

import logging
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from handbook.page import SERVING
from support.rule_pages import PAGE, PAGE_PATH, find_problems

HOOK = Path(__file__).parents[2] / "hooks/rules.py"


@pytest.fixture
def hook() -> ModuleType:
    """Return the hook as MkDocs loads it: a module of its own."""
    spec = spec_from_file_location("rules_hook", HOOK)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("strict", "level"), [(False, logging.WARNING), (True, logging.INFO)])
def test_serving_says_what_is_against_the_rules_each_time(
    hook: ModuleType, caplog: pytest.LogCaptureFixture, tmp_path: Path, strict: bool, level: int
) -> None:
    find_problems(tmp_path, "MD-1", {PAGE_PATH: PAGE.replace("## 原理", "**粗\n\n## 原理")})
    caplog.set_level(logging.INFO)
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), strict=strict, extra={SERVING: True})
    hook.on_post_build(config=config)
    hook.on_post_build(config=config)
    problem = "MD-1 docs/iptables/state.md:19: 星号没有成对，读者会看到星号；补上另一个，正文里的星号放进反引号"
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [(level, problem)] * 2
    (tmp_path / PAGE_PATH).write_text(PAGE, encoding="utf-8")
    caplog.clear()
    hook.on_post_build(config=config)
    assert caplog.records == []


def test_a_build_does_not_check(hook: ModuleType, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    find_problems(tmp_path, "MD-1", {PAGE_PATH: PAGE.replace("## 原理", "**粗\n\n## 原理")})
    caplog.set_level(logging.INFO)
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), strict=True, extra={SERVING: False})
    hook.on_post_build(config=config)
    assert caplog.records == []
