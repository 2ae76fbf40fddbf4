"""What the tests recorded of each example, so that a page can say it and no page can say more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml_lines
from yaml_lines import YamlError

Level = Literal["run", "check", "none"]

LEVELS: dict[str, Level] = {"仅校验": "check", "未执行": "none"}
LABS = ("none", "pair", "router", "lan", "machine")
GENERATED = frozenset({"expected.txt", "record.json"})


class ExampleError(Exception):
    """An author's mistake in examples/; the text names the file and the remedy."""


@dataclass(frozen=True)
class Example:
    """One directory below examples/, and what is known of its last recorded run.

    `name` is `topic/what-it-shows`. `level` is `run` (executed), `check` (only checked) or `none` (not executed);
    `reason` says why it is not `run`. `software` and `system` are empty and `transcript` is "" for `none`.
    `date` is the day of the recorded run (ISO 8601) for a virtual machine's example, which not every test run starts;
    "" for the others. `stale` is true when a file of the example changed after the recorded run.
    """

    name: str
    title: str
    level: Level
    reason: str
    system: str
    kernel: str
    software: tuple[str, ...]
    exit_status: int
    transcript: str
    stale: bool
    date: str = ""

    @property
    def anchor(self) -> str:
        """The ASCII id of the example, the same on every page: `topic--what-it-shows`."""
        return self.name.replace("/", "--")


def example_directories(root: Path) -> list[Path]:
    """Return every example's directory below `root` (the examples folder), sorted by name."""
    return sorted(path.parent for path in root.glob("*/*/example.yml"))


def shared_files(directory: Path) -> list[Path]:
    """Return the files of other examples that this one runs with, as its example.yml lists them (`files:`)."""
    root = directory.parents[1]
    paths = [root / name for name in load_settings(directory).get("files", [])]
    if missing := [path for path in paths if not path.is_file()]:
        raise ExampleError(
            f"examples/{directory.relative_to(root)}/example.yml: files 里的 {missing[0].relative_to(root)} 不存在；改正路径"
        )
    return paths


def fingerprint(directory: Path) -> str:
    """Return the SHA-256 over the names and contents of the files that a run depends on."""
    digest = hashlib.sha256()
    own = [path for path in sorted(directory.rglob("*")) if path.is_file() and path.name not in GENERATED]
    for path in [*own, *shared_files(directory)]:
        data = path.read_bytes()
        name = path.relative_to(directory).as_posix() if path in own else path.name
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def load_exceptions(root: Path) -> dict[str, tuple[Level, str]]:
    """Return the examples that are not executed: name to level and reason. Raises YamlError with file and line."""
    path = root / "exceptions.yml"
    if not path.exists():
        return {}
    entries, lines = yaml_lines.load(path, "examples/exceptions.yml")
    if not isinstance(entries, dict | None):
        problem = "最外层要是“专题/示例目录: {level: …, reason: …}”；去掉行首的 -"
        raise YamlError("examples/exceptions.yml", lines.of(), problem)
    exceptions: dict[str, tuple[Level, str]] = {}
    for name, entry in (entries or {}).items():
        if not isinstance(entry, dict) or entry.get("level") not in LEVELS or not entry.get("reason"):
            problem = f'"{name}"：要有 level（{"、".join(LEVELS)}）和 reason（为什么不能执行）'
            raise YamlError("examples/exceptions.yml", lines.of(name), problem)
        if not (root / name / "example.yml").exists():
            problem = f'"{name}"：examples/{name}/example.yml 不存在；删掉这一条或改名'
            raise YamlError("examples/exceptions.yml", lines.of(name), problem)
        exceptions[name] = (LEVELS[entry["level"]], str(entry["reason"]))
    return exceptions


def load_examples(root: Path) -> dict[str, Example]:
    """Return every example below `root` by name. Raises YamlError or ExampleError on a broken file."""
    exceptions = load_exceptions(root)
    return {
        example.name: example
        for example in (_load_example(root, path, exceptions) for path in example_directories(root))
    }


def load_settings(directory: Path) -> dict[str, Any]:
    """Return example.yml of `directory`. Raises YamlError when a required key is missing or a key is unknown."""
    name = "/".join(("examples", *directory.parts[-2:], "example.yml"))
    settings, lines = yaml_lines.load(directory / "example.yml", name)
    required, optional = {"title", "lab", "software"}, _FORMS.keys() - {"title", "lab", "software"}
    if not isinstance(settings, dict):
        raise YamlError(name, 1, f"要是一个映射，至少有 {'、'.join(sorted(required))}")
    if missing := required - settings.keys():
        raise YamlError(name, 1, f"缺少 {'、'.join(sorted(missing))}；补上")
    if unknown := sorted(settings.keys() - required - optional):
        known = "、".join(sorted(required | optional))
        raise YamlError(name, lines.of(unknown[0]), f"不认识的键 {unknown[0]}；可用的是 {known}")
    for key, value in settings.items():
        fits, form = _FORMS[key]
        if not fits(value):
            raise YamlError(name, lines.of(key), f"{key} 不能是 {value!r}；{form}")
    return settings


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_list_of_rules(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(rule, dict) and rule.keys() == {"pattern", "replace"} and _is_list_of_texts([*rule.values()])
        for rule in value
    )


# Each key of example.yml: does a value fit, and the form to name when it does not.
_FORMS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (lambda value: isinstance(value, str) and bool(value.strip()), "写一句话，数字和日期加引号"),
    "lab": (lambda value: value in LABS, f"{'、'.join(LABS)} 选一个"),
    "software": (_is_list_of_texts, "写成列表，例如 [iptables, curl]"),
    "files": (_is_list_of_texts, "写成列表，例如 [iptables/示例目录/rules.sh]"),
    "normalise": (_is_list_of_rules, "写成 [{pattern: 正则, replace: 文字}]"),
    "root": (lambda value: isinstance(value, bool), "写 true，或删掉"),
    "user_namespaces": (lambda value: isinstance(value, bool), "写 true 或 false，或删掉"),
    "timeout": (lambda value: type(value) is int and value > 0, "写秒数，例如 90"),
}


def _load_example(root: Path, directory: Path, exceptions: dict[str, tuple[Level, str]]) -> Example:
    name = directory.relative_to(root).as_posix()
    level, reason = exceptions.get(name, ("run", ""))
    title = str(load_settings(directory)["title"])
    if level == "none":
        return Example(name, title, level, reason, "", "", (), 0, "", False)
    if not (directory / "record.json").exists():
        # An editor who has just written the example can already read the page; the tests want the record.
        return Example(
            name, title, "none", f"还没有执行记录：make update-expected ONLY={name}", "", "", (), 0, "", False
        )
    record = _read_record(directory / "record.json", name)
    return Example(
        name=name,
        title=title,
        level=level,
        reason=reason,
        system=record["system"],
        kernel=record["kernel"],
        software=tuple(record["software"]),
        exit_status=record["exit"],
        transcript=(directory / "expected.txt").read_text(encoding="utf-8"),
        stale=record["inputs"] != fingerprint(directory) or record["level"] != level,
        date=record.get("date", ""),
    )


def _read_record(path: Path, name: str) -> dict[str, Any]:
    remedy = f"运行 make update-expected ONLY={name}"
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        missing = {"level", "system", "kernel", "software", "exit", "inputs"} - record.keys()
    except ValueError as error:
        raise ExampleError(f"examples/{name}/record.json:1: 读不懂（{error}）；{remedy}") from None
    if missing:
        raise ExampleError(f"examples/{name}/record.json:1: 缺少 {'、'.join(sorted(missing))}；{remedy}")
    if not path.with_name("expected.txt").exists():
        raise ExampleError(f"examples/{name}/expected.txt: 没有输出；{remedy}")
    return record
