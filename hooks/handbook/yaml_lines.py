"""Load YAML and keep the line of every entry, so that an editor's mistake is reported as ``file:line``.

Use:

    data, lines = yaml_lines.load(Path("data/glossary.yml"))
    data[3]["term"]            # plain dicts, lists, strings, numbers, as yaml.safe_load gives them
    lines.of(3, "term")        # the line (from 1) where the key ``term`` of the fourth entry stands
    lines.of(3, "missing")     # unknown paths give the line of the nearest parent: here of the entry itself
    lines.of(*error.absolute_path)      # the path of a jsonschema error fits as it is
    raise MistakeError(Mistake("data/glossary.yml", lines.of(3), "缺少 term；补上一行 term: …"))

``load`` raises ``MistakeError`` (``str(error)`` is ``file:line: 哪里错；怎么改``, in Chinese) for a file that cannot be read, is not
UTF-8, is not YAML, holds a duplicate key, a key that is not a string, or an anchor/alias/merge key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from handbook.mistakes import Mistake, MistakeError

# C0 but for tab and line feed, DEL and C1: a quoted text may hold them as escapes such as "\\0".
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# libyaml's loader is ten times faster and gives the same marks; the pure one is the fallback.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What libyaml says, and what an editor has usually done.
_MEANINGS = {
    "mapping values are not allowed": "多了一个冒号，或缩进比上一行深；值里有冒号就加引号，缩进对齐上一行",
    "unexpected end of stream": "引号没有结束；补上另一个引号",
    "expected ',' or ']'": "方括号没有结束；补上 ]，各项之间用半角逗号",
    "expected ',' or '}'": "花括号没有结束；补上 }，各项之间用半角逗号",
    "cannot start any token": "开头的字符 YAML 另有用处（制表符、@、反引号、%）；制表符改成空格，值加引号",
    "expected key": "引号后面还有字，或缩进没有对齐；整个值放进一对引号，缩进对齐上一行",
    "expected '-' indicator": "列表里有一行没有以 - 开头；加上“- ”，或缩进到它所属的那一条下面",
    "expected ':'": "少了冒号，或用了全角的冒号；键后面写半角冒号和一个空格",
    "undefined alias": "以 * 开头的值 YAML 另有用处；给它加引号",
}


def yaml_mistake(error: yaml.MarkedYAMLError) -> str:
    """Return what is wrong with a YAML text, and the remedy, in Chinese."""
    said = str(error.problem)
    meaning = next((text for part, text in _MEANINGS.items() if part in said), "检查这一行和上一行的缩进、冒号、引号")
    what, _, remedy = meaning.partition("；")
    return f"YAML 写法有误：{what}；{remedy}" if remedy else f"YAML 写法有误；{what}"


class Lines(dict[tuple[str | int, ...], int]):
    """Line numbers (from 1) by path: ``()`` is the document, ``(3,)`` its fourth entry, ``(3, "term")`` a key of it."""

    def of(self, *path: str | int) -> int:
        """Return the line of ``path``, or of its nearest parent that exists; 1 for an empty document."""
        for length in range(len(path), -1, -1):
            if path[:length] in self:
                return self[path[:length]]
        return 1


def load(path: Path, shown: str | None = None) -> tuple[Any, Lines]:
    """Return the data of a YAML file and its line numbers.

    ``shown`` is the file's name in error messages (default: its folder and name, such as ``data/glossary.yml``).
    An empty file gives ``None``. Raises ``MistakeError``.
    """
    name = shown or "/".join(path.parts[-2:])
    return loads(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Return the text of a file, without a byte order mark. Raises ``MistakeError`` when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise MistakeError(Mistake(name, 1, "没有这个文件；建立它，或恢复被误删的文件")) from None
    except OSError as error:
        raise MistakeError(Mistake(name, 1, f"读不了这个文件（{error.strerror}）；检查权限")) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise MistakeError(Mistake(name, line, "不是 UTF-8 编码；用 UTF-8 另存")) from None


# Several features read the same front matter and data files; none of them changes what it gets.
@lru_cache(maxsize=4096)
def loads(text: str, name: str) -> tuple[Any, Lines]:
    """Do the same as ``load`` for a text; ``name`` stands in error messages."""
    lines = Lines()
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return None, lines
        lines[()] = _line(node)
        _collect(node, (), lines, set(), name)
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise MistakeError(Mistake(name, line, yaml_mistake(error))) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 if isinstance(error.position, int) else 1
        raise MistakeError(Mistake(name, line, "有 YAML 不允许的控制字符；删掉它")) from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, MistakeError):
            raise
        raise MistakeError(Mistake(name, 1, f"有读不懂的值（{error}）；给日期、数字加引号")) from None
    finally:
        if loader is not None:
            loader.dispose()


def _collect(node: yaml.Node, path: tuple[str | int, ...], lines: Lines, seen: set[int], name: str) -> None:
    """Note the line of every entry below ``node`` and refuse what a data file must not hold."""
    if id(node) in seen:
        raise MistakeError(Mistake(name, _line(node), "不支持锚点和别名（& 与 *）；把内容写全"))
    seen.add(id(node))
    _refuse_control(node, name)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[*path, index] = _line(item)
            _collect(item, (*path, index), lines, seen, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                raise MistakeError(Mistake(name, _line(key), "不支持合并键 <<；把内容写全"))
            if key.tag != "tag:yaml.org,2002:str":
                raise MistakeError(Mistake(name, _line(key), f"键 {key.value!r} 不是字符串；给它加引号"))
            if (*path, key.value) in lines:
                raise MistakeError(Mistake(name, _line(key), f'键 "{key.value}" 重复；删掉多余的一行'))
            _refuse_control(key, name)
            lines[*path, key.value] = _line(key)
            _collect(value, (*path, key.value), lines, seen, name)


def _refuse_control(node: yaml.Node, name: str) -> None:
    if isinstance(node, yaml.ScalarNode) and (control := _CONTROL.search(node.value)):
        raise MistakeError(Mistake(name, _line(node), f"有控制字符 U+{ord(control[0]):04X}，读者看不见它；删掉它"))


def control_character(value: Any) -> str:
    """Return the first control character in the texts of what a JSON file held; "" for none."""
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list):
        return next(filter(None, map(control_character, value)), "")
    found = _CONTROL.search(value) if isinstance(value, str) else None
    return found[0] if found else ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
