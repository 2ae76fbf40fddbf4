"""Reads the declarations of the lab's systems, lab/*.yml, and refuses what cannot be made.

A reader finds in one short file what the system is on which a page's command ran.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook import yaml_lines
from handbook.mistakes import Checks, Mistake, MistakeError

ROOT = Path(__file__).resolve().parents[2]
# Part of every key: a higher number makes all systems anew, after a change of how they are made.
RECIPE = 1

_FORM = "要是一个映射，至少有 title、architecture、suites、check"
_PACKAGE = re.compile(r"[a-z0-9][a-z0-9+.-]+")
_SUITE = re.compile(r"[a-z][a-z0-9.-]*")
_LOCKED = re.compile(r"([0-9a-f]{64})  (\S+)")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_GO_VERSION = re.compile(r"\d+\.\d+\.\d+")
_ARCHITECTURES = ("amd64", "arm64")
# What mmdebstrap installs before the packages that are named; it explains them in its manual.
_VARIANTS = ("important", "minbase", "extract")
_KEYS = (
    "title", "architecture", "suites", "valid_until", "keyring", "variant",
    "packages_from", "packages", "python", "fetch", "go", "check",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where in the project something is written: `file` from the root, `line` from 1."""

    file: str
    line: int

    def mistake(self, problem: str) -> MistakeError:
        """Return the error that tells an editor of a problem at this place."""
        return MistakeError(Mistake(self.file, self.line, problem))


@dataclass(frozen=True)
class Fetched:
    """One file to fetch: its address, its SHA-256, the folder in the system where it goes, and who asks for it."""

    url: str
    sha256: str
    folder: str
    place: Place


@dataclass(frozen=True)
class GoModule:
    """Programs to build: the tools that the go.mod in `folder` names. `key` is made from all that they are made of.

    `minutes` is what one processor takes for them, measured; `variables` are set when linking (`go build -ldflags -X`);
    `renamed` gives a program another name than that of its package.
    """

    folder: str
    minutes: int
    tags: tuple[str, ...]
    variables: Mapping[str, str]
    renamed: Mapping[str, str]
    place: Place
    key: str

    @property
    def name(self) -> str:
        """The module as the user reads it: the last part of its folder."""
        return self.folder.rpartition("/")[2]


@dataclass(frozen=True)
class Go:
    """The modules whose programs go to the folder `target` of the system, and the toolchain: its version, its SHA-256.

    `architecture` is the system's, for which the toolchain runs and builds.
    """

    version: str
    architecture: str
    sha256: str
    target: str
    modules: tuple[GoModule, ...]
    place: Place

    @property
    def toolchain(self) -> str:
        """The version of the module golang.org/toolchain."""
        return f"v0.0.1-go{self.version}.linux-{self.architecture}"


@dataclass(frozen=True)
class Check:
    """A command that is run in the finished system, and a text that its output must contain."""

    command: str
    prints: str
    place: Place


@dataclass(frozen=True)
class Declaration:
    """One system. `name` is the file's; `packages` keep the place that asks for each; `key` is made from the content.

    `suites` is the release and what is added to it; `valid_until` is false where the mirror's copy may be old.
    `keyring` is the file of the keys that sign it, or "" for those that this machine trusts; `python` is a file of
    locked Python packages, or "".
    """

    name: str
    title: str
    architecture: str
    suites: tuple[str, ...]
    valid_until: bool
    keyring: str
    variant: str
    packages: Mapping[str, Place]
    python: str
    fetch: tuple[Fetched, ...]
    go: Go | None
    checks: tuple[Check, ...]
    places: Mapping[str, Place]
    key: str

    @property
    def file(self) -> str:
        """The declaration's file, from the project's root."""
        return f"lab/{self.name}.yml"


def names(root: Path = ROOT) -> list[str]:
    """Return the names of all declared systems, sorted."""
    return sorted(path.stem for path in (root / "lab").glob("*.yml"))


def load(name: str, root: Path = ROOT) -> Declaration:
    """Return the declaration `lab/<name>.yml`. Raises MistakeError with all mistakes of the file."""
    file = f"lab/{name}.yml"
    data, lines = yaml_lines.load(root / file, file)
    checks = Checks(file, lines)
    if not checks.mapping(data, _KEYS, ("title", "architecture", "suites", "check"), _FORM):
        checks.refuse()
    place = {key: Place(file, lines.of(key)) for key in _KEYS}
    packages = _packages(data, checks, root)
    fetch = _fetch(data, checks, root)
    go = _go(data, checks, root)
    wanted = _checks(data, checks)
    title = checks.text(data.get("title"), "title")
    architecture = data.get("architecture")
    if architecture not in _ARCHITECTURES:
        checks.add(f"architecture 不能是 {architecture!r}；{'、'.join(_ARCHITECTURES)} 选一个", "architecture")
    suites = data.get("suites")
    if not isinstance(suites, list) or not suites or not all(_matches(_SUITE, suite) for suite in suites):
        checks.add("suites 要是发行版代号的列表；例如 [trixie, trixie-updates]", "suites")
    valid_until = data.get("valid_until", True)
    if not isinstance(valid_until, bool):
        checks.add("valid_until 要写 false，或删掉；false 表示软件源的目录过期了也用", "valid_until")
    variant = data.get("variant", "important")
    if variant not in _VARIANTS:
        checks.add(f"variant 不能是 {variant!r}；{'、'.join(_VARIANTS)} 选一个，或删掉", "variant")
    keyring, keys = _named_file(data, "keyring", checks, root)
    python, locked = _named_file(data, "python", checks, root)
    checks.refuse()
    content = [
        RECIPE, architecture, suites, valid_until, keys, variant, sorted(packages), locked,
        [(one.url, one.sha256, one.folder) for one in fetch], [(one.command, one.prints) for one in wanted],
    ]  # fmt: skip
    if go is not None:
        content.append([go.version, go.sha256, go.target, [module.key for module in go.modules]])
    key = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
    return Declaration(
        name, title, architecture, tuple(suites), valid_until, keyring, variant,
        packages, python, fetch, go, wanted, place, key,
    )  # fmt: skip


def _named_file(data: dict[str, Any], key: str, checks: Checks, root: Path) -> tuple[str, str]:
    """Return the file that a key names, and the SHA-256 of its content; two empty texts where the key is not there."""
    file = data.get(key, "")
    if file == "":
        return "", ""
    if not isinstance(file, str) or not (root / file).is_file():
        checks.add(f"{key} 指的文件 {file} 不存在；改正路径，从项目的根目录写起", key)
        return "", ""
    return file, hashlib.sha256((root / file).read_bytes()).hexdigest()


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _packages(data: dict[str, Any], checks: Checks, root: Path) -> dict[str, Place]:
    """Return every package with the place that asks for it: the lists that are named, then the declaration's own."""
    found: dict[str, Place] = {}
    own = data.get("packages", [])
    named = data.get("packages_from", [])
    for index, file in enumerate(checks.texts(named, "packages_from")):
        if not (root / file).is_file():
            checks.add(f"包的清单 {file} 不存在；改正路径", "packages_from", index)
            continue
        for number, line in enumerate((root / file).read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                _add_package(found, line.strip(), Place(file, number), checks)
    for index, package in enumerate(checks.texts(own, "packages")):
        _add_package(found, package, Place(checks.file, checks.lines.of("packages", index)), checks)
    return found


def _add_package(found: dict[str, Place], package: str, place: Place, checks: Checks) -> None:
    if not _matches(_PACKAGE, package):
        checks.found.append(Mistake(place.file, place.line, f"“{package}”不是软件包的名字；一行一个名字，小写"))
    elif package in found:
        first = found[package]
        problem = f"软件包 {package} 在 {first.file}:{first.line} 已经有了；删掉这一行"
        checks.found.append(Mistake(place.file, place.line, problem))
    else:
        found[package] = place


def _fetch(data: dict[str, Any], checks: Checks, root: Path) -> tuple[Fetched, ...]:
    """Return the files that the declaration fetches: a list in a lock file, one `SHA-256  path` a line."""
    value = data.get("fetch")
    if value is None:
        return ()
    below = checks.below("fetch")
    keys = ("from", "files", "to")
    if not below.mapping(value, keys, keys, "fetch 要有 from（网址）、files（锁定的清单）、to（系统里的目录）"):
        return ()
    base, files, folder = (value.get(key) for key in keys)
    if not isinstance(base, str) or not base.startswith("https://"):
        below.add("from 要是 https:// 开头的网址", "from")
    if not isinstance(folder, str) or not folder.startswith("/"):
        below.add("to 要是系统里的绝对路径；例如 /opt/kafka/libs", "to")
    if not isinstance(files, str) or not (root / files).is_file():
        below.add(f"清单 {files} 不存在；改正路径", "files")
        return ()
    found = []
    for number, line in enumerate((root / files).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = _LOCKED.fullmatch(line)
        if match is None:
            problem = "要写成“SHA-256（64 个十六进制数字），两个空格，路径”；用 sha256sum 算出来"
            checks.found.append(Mistake(files, number, problem))
        else:
            found.append(Fetched(f"{base}/{match[2]}", match[1], str(folder), Place(files, number)))
    return tuple(found)


def _go(data: dict[str, Any], checks: Checks, root: Path) -> Go | None:
    """Return the Go programs that the declaration builds; None where it builds none, or where something is wrong."""
    value = data.get("go")
    if value is None:
        return None
    below = checks.below("go")
    keys = ("version", "sha256", "to", "modules")
    form = "go 要有 version 和 sha256（工具链的版本和它的 zip 的 SHA-256）、to（系统里的目录）、modules（列表）"
    if not below.mapping(value, keys, keys, form):
        return None
    version, sha256, target, modules = (value.get(key) for key in keys)
    if not _matches(_GO_VERSION, version):
        below.add("version 要写成 1.26.11 这样，加引号", "version")
    if not _matches(_SHA256, sha256):
        below.add("sha256 要是 64 个十六进制数字；用 sha256sum 算出来", "sha256")
    if not isinstance(target, str) or not target.startswith("/"):
        below.add("to 要是系统里的绝对路径；例如 /usr/local/bin", "to")
    if not isinstance(modules, list) or not modules:
        below.add(
            "modules 要是列表，至少一个“- {folder: 有 go.mod 和 go.sum 的目录, minutes: 编译要几分钟}”", "modules"
        )
        return None
    found = [
        _go_module(module, below.below("modules", index), str(sha256), root) for index, module in enumerate(modules)
    ]
    place = Place(checks.file, checks.lines.of("go"))
    return Go(
        str(version),
        str(data.get("architecture")),
        str(sha256),
        str(target),
        tuple(module for module in found if module),
        place,
    )


def _go_module(value: Any, checks: Checks, toolchain: str, root: Path) -> GoModule | None:
    keys = ("folder", "minutes", "tags", "variables", "rename")
    if not checks.mapping(value, keys, keys[:2], "要有 folder（有 go.mod 和 go.sum 的目录）和 minutes（编译要几分钟）"):
        return None
    folder, minutes = value.get("folder"), value.get("minutes")
    files = [root / str(folder) / name for name in ("go.mod", "go.sum")]
    if missing := [file.name for file in files if not file.is_file()]:
        checks.add(f"{folder} 里没有 {'、'.join(missing)}；改正路径，或在那里运行 go mod tidy", "folder")
        return None
    if type(minutes) is not int or minutes < 1:
        checks.add("minutes 要是整数：一个处理器编译它要几分钟", "minutes")
    tags = tuple(checks.texts(value.get("tags", []), "tags"))
    variables, renamed = (_texts_by_name(value.get(key, {}), key, checks) for key in ("variables", "rename"))
    content = [toolchain, [file.read_text(encoding="utf-8") for file in files], tags, variables, renamed]
    key = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
    return GoModule(
        str(folder), minutes, tags, variables, renamed, Place(checks.file, checks.lines.of(*checks.at, "folder")), key
    )


def _texts_by_name(value: Any, key: str, checks: Checks) -> dict[str, str]:
    if isinstance(value, dict) and all(isinstance(text, str) for pair in value.items() for text in pair):
        return dict(value)
    checks.add(f"{key} 要是“名字: 文字”，数字加引号", key)
    return {}


def _checks(data: dict[str, Any], checks: Checks) -> tuple[Check, ...]:
    value = data.get("check")
    if not isinstance(value, list) or not value:
        checks.add("check 要是列表，至少一条“- {run: 命令, prints: 输出里必须有的文字}”", "check")
        return ()
    found = []
    for index, item in enumerate(value):
        below = checks.below("check", index)
        if below.mapping(item, ("run", "prints"), ("run", "prints"), "要有 run（命令）和 prints（输出里必须有的文字）"):
            command, prints = below.text(item.get("run"), "run"), below.text(item.get("prints"), "prints")
            found.append(Check(command, prints, Place(checks.file, checks.lines.of("check", index))))
    return tuple(found)
