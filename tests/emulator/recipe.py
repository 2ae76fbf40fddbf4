"""Reads `emulator/image.yml`: of what the Linux in the reader's browser is made.

Which programs an example may use there comes from the same file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.mistakes import Checks

ROOT = Path(__file__).resolve().parents[2]
RECIPE = "emulator/image.yml"
_KEYS = (
    "title", "suites", "memory", "kernel", "firmware", "packages", "programs", "files", "links", "modules", "packs", "npm",
)  # fmt: skip
# What is part of the image beside the recipe: a change of one of these makes a new one.
_PARTS = ("emulator/*.sh", "tests/emulator/machine.mjs", "tests/emulator/root.py", "tests/emulator/cpio.py")


@dataclass(frozen=True)
class Pack:
    """Files that are loaded beside the state by examples that need one of the programs."""

    name: str
    programs: tuple[str, ...]
    files: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True)
class Published:
    """A package of npm, and which of its files are taken: name here → (path in the package, SHA-256)."""

    name: str
    version: str
    licence: str
    files: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Recipe:
    """What `emulator/image.yml` says; `key` is made from its content and the scripts beside it."""

    title: str
    suites: tuple[str, ...]
    memory: int
    kernel: str
    firmware: dict[str, str]
    packages: tuple[str, ...]
    base: Pack
    links: dict[str, str]
    modules: tuple[str, ...]
    packs: tuple[Pack, ...]
    npm: tuple[Published, ...]
    key: str

    def pack_of(self, program: str) -> str | None:
        """Return the name of the pack that has a program, "" when it is in the state, None when the image has it not."""
        names = {program, f"{program}.openbsd"}
        if names & set(self.base.programs) or any(link.rpartition("/")[2] == program for link in self.links):
            return ""
        return next((pack.name for pack in self.packs if program in pack.programs), None)


def load(root: Path = ROOT) -> Recipe:
    """Return the recipe. Raises MistakeError for one that lacks something."""
    data, lines = yaml_lines.load(root / RECIPE, RECIPE)
    checks = Checks(RECIPE, lines)
    if not checks.mapping(data, _KEYS, _KEYS, "要是一个映射，键见 tests/emulator/recipe.py"):
        checks.refuse()
    packs = tuple(_pack(name, value, checks.below("packs", name)) for name, value in data["packs"].items())
    npm = tuple(_published(value, checks.below("npm", index)) for index, value in enumerate(data["npm"]))
    base = Pack("", tuple(str(data["programs"]).split()), checks.texts(data["files"], "files"), ())
    checks.refuse()
    return Recipe(
        str(data["title"]), tuple(data["suites"]), int(data["memory"]), str(data["kernel"]), dict(data["firmware"]),
        checks.texts(data["packages"], "packages"), base, dict(data["links"]), tuple(str(data["modules"]).split()),
        packs, npm, _key(data, root),
    )  # fmt: skip


def _key(data: dict[str, Any], root: Path) -> str:
    files = sorted(path for pattern in _PARTS for path in root.glob(pattern))
    content = [data, [(path.name, path.read_text(encoding="utf-8")) for path in files]]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]


def _pack(name: str, value: Any, checks: Checks) -> Pack:
    if not checks.mapping(value, ("programs", "files", "without"), ("programs", "files"), "要有 programs 和 files"):
        return Pack(name, (), (), ())
    files = checks.texts(value["files"], "files")
    without = checks.texts(value.get("without", []), "without")
    return Pack(name, tuple(str(value["programs"]).split()), files, without)


def _published(value: Any, checks: Checks) -> Published:
    keys = ("name", "version", "licence", "files")
    if not checks.mapping(value, keys, keys, "要有 name、version、licence、files"):
        return Published("", "", "", {})
    files = {name: (file["origin"], file["sha256"]) for name, file in value["files"].items()}
    return Published(str(value["name"]), str(value["version"]), str(value["licence"]), files)
