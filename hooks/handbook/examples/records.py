"""What the tests recorded of each example, so that a page can say it and no page can say more."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from handbook import yaml_lines
from handbook.mistakes import Checks, Mistake, MistakeError, meant

Level = Literal["run", "check", "none"]

# The key of example.yml that says why an example is not simply executed, and the level that it means.
LEVELS: dict[str, Level] = {"check_only": "check", "not_run": "none"}
# The labs with a Kubernetes cluster: one that examples share, and one of the example's own.
CLUSTERS = ("cluster", "own-cluster")
LABS = ("none", "pair", "router", "lan", "machine", *CLUSTERS)
_GENERATED = re.compile(r"expected(?:\.[a-z0-9.-]+)?\.txt|record\.json")
# What lies in lab/ under this name is a system of the lab.
_SYSTEM = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True)
class Beside:
    """The same run on another system of the lab: what differs from the one that pages show.

    `name` is the system's, `debian-12`; `system` what readers call it, `Debian 12`. `transcript` is "" where the output
    is the same as the first system's.
    """

    name: str
    system: str
    kernel: str
    software: tuple[str, ...]
    exit_status: int
    transcript: str


@dataclass(frozen=True)
class Example:
    """One directory below examples/, and what is known of its last recorded run.

    `name` is `topic/what-it-shows`. `level` is `run` (executed), `check` (only checked) or `none` (not executed);
    `reason` says why it is not `run`. `software` and `system` are empty and `transcript` is "" for `none`.
    `date` is the day of the recorded run (ISO 8601) for a virtual machine's example, which not every test run starts;
    "" for the others. `stale` is true when a file of the example changed after the recorded run. `system`, `kernel`,
    `software` and `transcript` are those of the first system on which it ran, `beside` those of the others.
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
    beside: tuple[Beside, ...] = ()

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
        name = f"examples/{directory.relative_to(root)}/example.yml"
        line = yaml_lines.load(directory / "example.yml", name)[1].of("files")
        raise MistakeError(
            *(Mistake(name, line, f"files 里的 {path.relative_to(root)} 不存在；改正路径") for path in missing)
        )
    return paths


def fingerprint(directory: Path) -> str:
    """Return the SHA-256 over the names and contents of the files that a run depends on."""
    digest = hashlib.sha256()
    own = [path for path in sorted(directory.rglob("*")) if path.is_file() and not _GENERATED.fullmatch(path.name)]
    for path in [*own, *shared_files(directory)]:
        data = path.read_bytes()
        name = path.relative_to(directory).as_posix() if path in own else path.name
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def expected_file(directory: Path, system: str = "") -> Path:
    """Return the file with the recorded output of an example: of the first system, or of `system` where it differs."""
    return directory / (f"expected.{system}.txt" if system else "expected.txt")


def level_of(settings: dict[str, Any]) -> tuple[Level, str]:
    """Return the level that example.yml sets and its reason: `("run", "")` for an example that is executed."""
    return next(((level, settings[key]) for key, level in LEVELS.items() if key in settings), ("run", ""))


def output_digest(transcript: str) -> str:
    """Return the SHA-256 of an output, which a record holds for a system where it differs from the first one's."""
    return hashlib.sha256(transcript.encode()).hexdigest()


def seal(record: dict[str, Any], transcript: str) -> str:
    """Return the SHA-256 over a record (without its own `seal`) and the output, so that an edit by hand is noticed."""
    facts = json.dumps({key: record[key] for key in sorted(record) if key != "seal"}, ensure_ascii=False)
    return hashlib.sha256(f"{facts}\0{transcript}".encode()).hexdigest()


def load_examples(root: Path) -> dict[str, Example]:
    """Return every example below `root` by name. Raises MistakeError with the mistakes of all of them."""
    examples: dict[str, Example] = {}
    mistakes: list[Mistake] = []
    for directory in example_directories(root):
        try:
            examples[directory.relative_to(root).as_posix()] = _load_example(root, directory)
        except MistakeError as error:
            mistakes += error.mistakes
    if mistakes:
        raise MistakeError(*mistakes)
    return examples


def load_settings(directory: Path) -> dict[str, Any]:
    """Return example.yml of `directory`. Raises MistakeError with every mistake: a key that is missing, unknown or ill-formed."""
    name = "/".join(("examples", *directory.parts[-2:], "example.yml"))
    settings, lines = yaml_lines.load(directory / "example.yml", name)
    checks = Checks(name, lines)
    needed = ("title", "lab", "software")
    if checks.mapping(settings, _FORMS, needed, f"要是一个映射，至少有 {'、'.join(needed)}"):
        for key, value in settings.items():
            if key in _FORMS and not _FORMS[key][0](value):
                near = meant(value, LABS) if key == "lab" else ""
                checks.add(f"{key} 不能是 {value!r}；{_FORMS[key][1]}{near}", key)
        if LEVELS.keys() <= settings.keys():
            problem = "check_only 和 not_run 只能写一个；只校验过留 check_only，没跑过留 not_run"
            checks.add(problem, "not_run")
        if "systems" in settings and settings.get("lab") == "machine":
            checks.add("lab: machine 的示例有自己的虚拟机；去掉 systems", "systems")
        if "systems" not in settings and settings.get("lab") in CLUSTERS:
            checks.add("集群只在有 Kubernetes 的系统里；加上 systems，例如 {kubernetes-1.37: 理由}", "lab")
    checks.refuse()
    return dict(settings)


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_list_of_rules(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(rule, dict)
        and rule.keys() == {"pattern", "replace"}
        and _is_list_of_texts([*rule.values()])
        and _is_expression(rule["pattern"])
        for rule in value
    )


def _is_expression(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _is_reason(value: Any) -> bool:
    return isinstance(value, str) and len(value.strip()) >= 8


def _is_systems(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(name, str) and _SYSTEM.fullmatch(name) and _is_reason(why) for name, why in value.items())
    )


# Each key of example.yml: does a value fit, and the form to name when it does not.
_FORMS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (lambda value: isinstance(value, str) and bool(value.strip()), "写一句话，数字和日期加引号"),
    "lab": (lambda value: value in LABS, f"{'、'.join(LABS)} 选一个"),
    "software": (_is_list_of_texts, "写成列表，例如 [iptables, curl]"),
    "files": (_is_list_of_texts, "写成列表，例如 [iptables/示例目录/rules.sh]"),
    "normalise": (_is_list_of_rules, "写成 [{pattern: 正则, replace: 文字}]，正则要是 Python 读得懂的"),
    "root": (lambda value: isinstance(value, bool), "写 true，或删掉"),
    "user_namespaces": (lambda value: isinstance(value, bool), "写 true 或 false，或删掉"),
    **dict.fromkeys(LEVELS, (_is_reason, "写一句理由，说清楚缺什么")),
    "systems": (_is_systems, "写成 {系统名: 理由}，第一个是页面展示的；例如 {mysql-9.7: 讲的是 MySQL 9.7 自己}"),
    "timeout": (lambda value: type(value) is int and value > 0, "写秒数，例如 90"),
}


def _load_example(root: Path, directory: Path) -> Example:
    name = directory.relative_to(root).as_posix()
    settings = load_settings(directory)
    _require_systems(root, directory, settings)
    level, reason = level_of(settings)
    title = str(settings["title"])
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
        beside=tuple(
            Beside(
                name=run["name"],
                system=run["system"],
                kernel=run["kernel"],
                software=tuple(run["software"]),
                exit_status=run["exit"],
                transcript=expected_file(directory, run["name"]).read_text(encoding="utf-8") if "output" in run else "",
            )
            for run in record.get("beside", [])
        ),
    )


def _require_systems(root: Path, directory: Path, settings: dict[str, Any]) -> None:
    """Raise MistakeError for a system that is not declared."""
    unknown = [name for name in settings.get("systems", {}) if not (root.parent / "lab" / f"{name}.yml").is_file()]
    if unknown:
        file = f"examples/{directory.relative_to(root).as_posix()}/example.yml"
        line = yaml_lines.load(directory / "example.yml", file)[1].of("systems")
        raise MistakeError(Mistake(file, line, f"没有系统 {'、'.join(unknown)}；系统名是 lab/ 下的文件名，去掉 .yml"))


def _read_record(path: Path, name: str) -> dict[str, Any]:
    remedy = f"运行 make update-expected ONLY={name}"
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(record, dict):
            raise ValueError("最外层不是键和值")
        missing = {"seal", "level", "system", "kernel", "software", "exit", "inputs"} - record.keys()
    except ValueError as error:
        raise MistakeError(Mistake(f"examples/{name}/record.json", 1, f"读不懂（{error}）；{remedy}")) from None
    if control := yaml_lines.control_character(record):
        raise MistakeError(Mistake(f"examples/{name}/record.json", 1, f"有控制字符 U+{ord(control):04X}；{remedy}"))
    if missing:
        raise MistakeError(Mistake(f"examples/{name}/record.json", 1, f"缺少 {'、'.join(sorted(missing))}；{remedy}"))
    if not path.with_name("expected.txt").exists():
        raise MistakeError(Mistake(f"examples/{name}/expected.txt", 1, f"没有输出；{remedy}"))
    by_hand = Mistake(f"examples/{name}/record.json", 1, f"记录或输出被手工改过，不再是那次执行的；{remedy}")
    if record["seal"] != seal(record, path.with_name("expected.txt").read_text(encoding="utf-8")):
        raise MistakeError(by_hand)
    outputs = {expected_file(path.parent, run["name"]): run.get("output") for run in record.get("beside", [])}
    for file in sorted(path.parent.glob("expected.*.txt")):
        if outputs.get(file) is None:
            raise MistakeError(Mistake(f"examples/{name}/{file.name}", 1, f"不属于任何记录；删掉它，或{remedy}"))
    for file, digest in outputs.items():
        if digest is None:
            continue
        if not file.exists():
            raise MistakeError(Mistake(f"examples/{name}/{file.name}", 1, f"没有输出；{remedy}"))
        if output_digest(file.read_text(encoding="utf-8")) != digest:
            raise MistakeError(by_hand)
    return record
