"""Tells which examples can be tried in the reader's Linux, with what they need there, and of the others why not.

The reason is for the page, once readers have the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from emulator.recipe import Recipe
from handbook.examples.records import level_of, load_settings, shared_files
from harness.software import SOFTWARE

TOPICS = ("iptables", "network", "shell", "linux")
_LABS = ("none", "pair", "router", "lan")
# Modules of Python that its packages of software are: the program alone does not tell that they are there.
_MODULES = ("scapy", "pyftpdlib", "confluent-kafka", "kubernetes-validate")


@dataclass(frozen=True)
class Candidate:
    """An example that may run: the packs that it needs beside the state, and its files as the harness gives them."""

    name: str
    lab: str
    packs: tuple[str, ...]
    directory: Path
    files: tuple[Path, ...]


def names(examples: Path) -> list[str]:
    """Return the names of all examples of the topics, sorted."""
    return sorted(
        path.parent.relative_to(examples).as_posix()
        for topic in TOPICS
        for path in examples.glob(f"{topic}/*/example.yml")
    )


def candidate(name: str, examples: Path, recipe: Recipe) -> Candidate | str:
    """Return the example when it can be tried; else why not, for readers."""
    directory = examples / name
    settings = load_settings(directory)
    if level_of(settings)[0] == "none":
        return "这个示例没有执行"
    if settings["lab"] not in _LABS:
        return "要启动一台机器"
    packs = set()
    lacking = []
    for software in settings["software"]:
        pack = recipe.pack_of(SOFTWARE[software].program)
        if pack is None or software in _MODULES:
            lacking.append(SOFTWARE[software].label or software)
        elif pack:
            packs.add(pack)
    if lacking:
        return f"这里没有 {'、'.join(lacking)}"
    return Candidate(name, settings["lab"], tuple(sorted(packs)), directory, tuple(shared_files(directory)))
