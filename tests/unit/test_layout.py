"""Where things lie: a file in hooks/ is a hook, everything else is in the library and knows no engine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from support.site_build import ROOT

HOOKS = ROOT / "hooks"
LIBRARY = HOOKS / "handbook"
MODULES = sorted(path for path in LIBRARY.rglob("*.py") if path.name not in ("__init__.py", "__main__.py"))


def _imports(path: Path) -> set[str]:
    """Return the top-level names of the packages that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def test_every_hook_is_listed_and_every_listed_hook_is_there() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = {
        line.strip().removeprefix("- hooks/") for line in config.splitlines() if line.strip().startswith("- hooks/")
    }
    assert listed == {path.name for path in HOOKS.glob("*.py")}


def test_the_library_knows_no_engine() -> None:
    assert len(MODULES) > 40
    bound = {
        path.relative_to(ROOT).as_posix() for path in MODULES if _imports(path) & {"mkdocs", "properdocs", "jinja2"}
    }
    assert bound == set()


def test_no_hook_imports_a_hook() -> None:
    hooks = {path.stem for path in HOOKS.glob("*.py")}
    files = [*HOOKS.glob("*.py"), *MODULES]
    assert {path.name: _imports(path) & hooks for path in files if _imports(path) & hooks} == {}


def test_the_table_of_events_is_true() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \|", (HOOKS / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    told = {name: re.findall(r"`(\w+)`", events) for name, events in rows}
    events = {
        path.stem: [
            node.name.removeprefix("on_")
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")
        ]
        for path in HOOKS.glob("*.py")
    }
    assert told == events


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_every_module_has_a_test_of_its_name(module: Path) -> None:
    own = ROOT / "tests/unit" / module.relative_to(LIBRARY).with_name(f"test_{module.name}")
    assert own.is_file(), f"{module.relative_to(ROOT)} has no {own.relative_to(ROOT)}"
