"""What a build complains about, as an editor wants it: file, line, what is wrong, what to do."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# MkDocs says which page a link stands on, not where.
_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains (?:a|an) (?:\w+ )?link '(?P<link>[^']+)'")
# Said of a page before the reason, which follows.
_ANNOUNCEMENT = re.compile(r"Error (?:reading|building) page '[^']*':\s*")


class Problems(logging.Handler):
    """Collects the warnings and errors of a round, each once."""

    def __init__(self, docs: Path) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []
        self._docs = docs

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said; an error of several lines, one for each mistake, is several problems."""
        message = record.getMessage()
        if _ANNOUNCEMENT.fullmatch(message):
            return
        for line in _mistakes(message):
            self.add(with_place(line, self._docs))

    def add(self, problem: str) -> None:
        """Keep one problem."""
        if problem not in self.found:
            self.found.append(problem)


@contextmanager
def quiet() -> Iterator[None]:
    """Let nobody hear what MkDocs says in the block."""
    logger = logging.getLogger("mkdocs")
    handlers, logger.handlers = logger.handlers, [logging.NullHandler()]
    try:
        yield
    finally:
        logger.handlers = handlers


def repeat(logger: logging.Logger) -> None:
    """Have a logger say again what it has said: MkDocs' own leave out what they said in an earlier round."""
    for one in logger.filters:
        getattr(one, "msgs", set()).clear()  # mkdocs.utils.DuplicateFilter


def _mistakes(message: str) -> list[str]:
    lines = message.strip().splitlines()
    return lines if all(re.match(r"[\w./-]+:\d+: ", line) for line in lines) else [message.strip()]


def with_place(message: str, docs: Path) -> str:
    """Return MkDocs' complaint about a link with the file and the line in front, other texts as they are."""
    found = _LINK.search(message)
    if not found or not (docs / found["page"]).is_file():
        return message
    lines = (docs / found["page"]).read_text(encoding="utf-8").splitlines()
    number = next((number for number, line in enumerate(lines, 1) if found["link"] in line), 1)
    return f"{docs.name}/{found['page']}:{number}: 链接 {found['link']} 打不开；改成存在的文件或标题。（{message}）"


def of_exception(error: BaseException, root: Path) -> str:
    """Return where an exception came from, as file and line below ``root``, and what it says."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _below(root, frame.filename)]
    what = f"{type(error).__name__}: {error}"
    return f"{Path(frames[-1].filename).relative_to(root)}:{frames[-1].lineno}: {what}" if frames else what


def of_output(output: str, root: Path) -> list[str]:
    """Return what a process that died said last: of a traceback the place below ``root`` and the exception."""
    lines = output.strip().splitlines()
    places = [
        (Path(found[1]).relative_to(root), found[2])
        for line in lines
        if (found := re.match(r'\s*File "([^"]+)", line (\d+)', line)) and _below(root, found[1])
    ]
    if "Traceback (most recent call last):" in output and places:
        return [f"{places[-1][0]}:{places[-1][1]}: {lines[-1]}"]
    return ["\n".join(lines[-12:])] if lines else ["构建的进程没有说明原因就结束了"]


def _below(root: Path, file: str) -> bool:
    # The virtual environment lies below the project, too.
    return Path(file).is_relative_to(root) and "site-packages" not in file
