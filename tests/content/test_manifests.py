"""Every manifest is one that its Kubernetes version accepts; those of the examples that are named bad-*.yaml are not."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from support.site_build import ROOT

CHECKER = ROOT / "examples/kubernetes/check-manifest/check_manifest.py"


def _load_checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_manifest", CHECKER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


checker = _load_checker()


def _is_manifest(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "\nkind:" in f"\n{text}" and "apiVersion:" in text


MANIFESTS = [
    path for folder in ("deploy", "examples") for path in sorted((ROOT / folder).rglob("*.yaml")) if _is_manifest(path)
]


def _check(path: Path) -> list[str]:
    return list(checker.check_text(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()))


def test_there_are_manifests() -> None:
    """Guards the next test, which would pass if none were found."""
    assert any(path.name.startswith("bad-") for path in MANIFESTS)
    assert any(not path.name.startswith("bad-") for path in MANIFESTS)
    assert ROOT / "deploy/kubernetes.yaml" in MANIFESTS


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_manifest(path: Path) -> None:
    problems = _check(path)
    if path.name.startswith("bad-"):
        assert problems, f"{path.relative_to(ROOT)}:1: 名字说它不合格，却合格；改名，或写出它的错"
    else:
        assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    ("manifest", "line", "message"),
    [
        ("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - {name: a, imagge: x}\n", 5, "imagge"),
        ("apiVersion: v1\nkind: Nothing\n", 1, "没有 v1 的 Nothing"),
        ("kind: Pod\n", 1, "没有 apiVersion 或 kind"),
        (
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  type: clusterip\n  ports: [{port: 80}]\n",
            5,
            "'clusterip' 不在",
        ),
        (
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n    - port: 70000\n",
            6,
            "70000 不在 1 到 65535",
        ),
    ],
)
def test_mistake_is_reported_with_its_line(manifest: str, line: int, message: str) -> None:
    (problem,) = checker.check_text(manifest, "a.yaml")
    assert problem.startswith(f"a.yaml:{line}: ")
    assert message in problem


def test_second_document_is_checked_too() -> None:
    good = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"
    (problem,) = checker.check_text(f"{good}---\n{good.replace('metadata', 'metadate')}", "a.yaml")
    assert problem.startswith("a.yaml:5: ")


def _described(field: str) -> list[str]:
    """Return what the API of the default version says about the fields that an entry of the checker means."""
    owner, _, name = field.rpartition(".")
    return [
        str(schema["properties"][name].get("description"))
        for kind, schema in checker._definitions(checker.VERSION).items()
        if name in schema.get("properties", {}) and (not owner or kind.rsplit(".", 1)[-1] == owner)
    ]


@pytest.mark.parametrize("field", checker.ENUMS)
def test_enums_stand_in_the_api(field: str) -> None:
    """The list is ours; that each value is one of the API's is not. `None` and others may stand in quotes."""
    described = _described(field)
    assert described
    for value in checker.ENUMS[field]:
        assert any(value in text for text in described), f"{field} 的说明里没有 {value}"


def test_ranges_are_fields_of_the_api() -> None:
    for field in checker.RANGES:
        assert _described(field), field
    assert any("1-100" in text for text in _described("weight"))


def test_yaml_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(yaml.YAMLError):
        list(checker.check_text("a: [", "a.yaml"))
