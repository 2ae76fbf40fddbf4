"""Load YAML and keep the line of every entry, so that an editor's mistake is reported as ``file:line``.

Use:

    data, lines = yaml_lines.load(Path("data/glossary.yml"))
    data[3]["term"]            # plain dicts, lists, strings, numbers, as yaml.safe_load gives them
    lines.of(3, "term")        # the line (from 1) where the key ``term`` of the fourth entry stands
    lines.of(3, "missing")     # unknown paths give the line of the nearest parent: here of the entry itself
    lines.of(*error.absolute_path)      # the path of a jsonschema error fits as it is
    raise yaml_lines.YamlError("data/glossary.yml", lines.of(3), "缺少 term；补上一行 term: …")

``load`` raises ``YamlError`` (``str(error)`` is ``file:line: 哪里错；怎么改``, in Chinese) for a file that cannot be read, is not
UTF-8, is not YAML, holds a duplicate key, a key that is not a string, or an anchor/alias/merge key.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

# libyaml's loader is ten times faster and gives the same marks; the pure one is the fallback.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(ValueError):
    """A mistake in a data file; ``file``, ``line`` (from 1) and ``problem`` are kept, ``str()`` joins them."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


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
    An empty file gives ``None``. Raises ``YamlError``.
    """
    name = shown or "/".join(path.parts[-2:])
    return loads(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Return the text of a file, without a byte order mark. Raises ``YamlError`` when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise YamlError(name, 1, "没有这个文件；建立它，或恢复被误删的文件") from None
    except OSError as error:
        raise YamlError(name, 1, f"读不了这个文件（{error.strerror}）；检查权限") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise YamlError(name, line, "不是 UTF-8 编码；用 UTF-8 另存") from None


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
        raise YamlError(name, line, f"YAML 写法有误（{error.problem}）；检查这一行和上一行的缩进、冒号、引号") from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1 if isinstance(error.position, int) else 1
        raise YamlError(name, line, "有 YAML 不允许的控制字符；删掉它") from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, YamlError):
            raise
        raise YamlError(name, 1, f"有读不懂的值（{error}）；给日期、数字加引号") from None
    finally:
        if loader is not None:
            loader.dispose()


def _collect(node: yaml.Node, path: tuple[str | int, ...], lines: Lines, seen: set[int], name: str) -> None:
    """Note the line of every entry below ``node`` and refuse what a data file must not hold."""
    if id(node) in seen:
        raise YamlError(name, _line(node), "不支持锚点和别名（& 与 *）；把内容写全")
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[*path, index] = _line(item)
            _collect(item, (*path, index), lines, seen, name)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                raise YamlError(name, _line(key), "不支持合并键 <<；把内容写全")
            if key.tag != "tag:yaml.org,2002:str":
                raise YamlError(name, _line(key), f"键 {key.value!r} 不是字符串；给它加引号")
            if (*path, key.value) in lines:
                raise YamlError(name, _line(key), f'键 "{key.value}" 重复；删掉多余的一行')
            lines[*path, key.value] = _line(key)
            _collect(value, (*path, key.value), lines, seen, name)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
