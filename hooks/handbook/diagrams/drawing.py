"""Draws diagrams with the vendored mermaid in headless Chromium: one browser for all that have changed."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.diagrams.fence import Diagram

SCRIPT = Path(__file__).with_name("draw.js")
STYLE = Path(__file__).with_name("drawing.css")  # of what is inside a drawing
# The drawings keep their own size; CSS decides whether they shrink or scroll. A gantt chart has no size of its own.
# Two participants with short messages fit a phone without scrolling.
OPTIONS: dict[str, Any] = {
    "flowchart": {"useMaxWidth": False},
    "state": {"useMaxWidth": False},
    "timeline": {"useMaxWidth": False},
    # On a phone a drawing is shown at 0.8 of its size: no text is under 11 px there. Room for it comes with it.
    "gantt": {
        "useMaxWidth": False,
        "useWidth": 640,
        "fontSize": 14,
        "sectionFontSize": 14,
        "barHeight": 24,
        "leftPadding": 90,
    },
    "sequence": {
        "useMaxWidth": False,
        "width": 110,
        "actorMargin": 20,
        "diagramMarginX": 8,
        "actorFontSize": "16px",
        "messageFontSize": "16px",
        "noteFontSize": "16px",
    },
}
# Labels are measured a little wider than they are: the reader's system has other fonts than this machine.
LABEL_LETTER_SPACING = ".03em"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_RESULTS = re.compile(r'<pre id="results">(.*?)</pre>', re.DOTALL)
_COMMENT = re.compile(r"^\s*%%(?!\{)")  # mermaid takes comment lines away before it counts
_PAGE = """<!doctype html><meta charset="utf-8"><style>
:root {{ --md-mermaid-font-family: {fonts} }}
body {{ letter-spacing: {spacing}; font-family: {fonts} }}
</style><body><script src="{library}"></script><script>{script}</script><script>
document.fonts.ready.then(() => drawAll({jobs}, {theme}, {options})).then(results => {{
  const pre = document.createElement("pre")
  pre.id = "results"
  pre.textContent = JSON.stringify(results)
  document.body.replaceChildren(pre)
}})
</script>"""


class DrawingError(Exception):
    """Chromium did not draw: it is missing, it crashed, or it ran out of time."""


@dataclass(frozen=True)
class Rejection:
    """What mermaid says about a diagram that it cannot read; `since` is the line on which the open token began."""

    message: str
    end_of_text: bool
    since: int | None

    def locate(self, diagram: Diagram) -> str:
        """Return `file:line: message`; the line is the fence's when mermaid names none."""
        counted = [line for line in diagram.lines if not _COMMENT.match(line.text)]
        named = re.search(r"on line (\d+)", self.message)
        # What is left open is noticed at the end of the text: the token that it started with is more use.
        number = self.since if self.end_of_text else int(named[1]) if named else 0
        place = counted[min(number, len(counted)) - 1].place if number and counted else diagram.opening.place
        # Without the list of every token that mermaid would have accepted.
        short = re.sub(r"Expecting .*, got (\S+)", r"这里不能是 \1", self.message, flags=re.DOTALL)
        return (
            f"{place}: mermaid 读不懂这张图：{short}；检查这一行的括号、引号和箭头，画法见 docs/contributing/diagram.md"
        )


class DiagramRenderer:
    """Draws with one mermaid and one style, and keeps what it has drawn in a folder, by the hash of all that matters."""

    def __init__(self, library: Path, theme: str, fonts: str, cache: Path) -> None:
        self.library = library
        self.theme = theme
        self.fonts = fonts
        self.cache = cache
        settings = json.dumps([OPTIONS, LABEL_LETTER_SPACING, fonts, theme, SCRIPT.read_text(encoding="utf-8"), _PAGE])
        self._key = hashlib.sha256(library.read_bytes() + settings.encode()).digest()

    def name(self, source: str) -> str:
        """Return the name of a diagram's drawing, which is also the beginning of every id in it."""
        return "d" + hashlib.sha256(self._key + source.encode()).hexdigest()[:12]

    def drawing(self, source: str) -> str:
        """Return the SVG of a diagram that `draw` has drawn. Raises FileNotFoundError for any other."""
        return self._path(source).read_text(encoding="utf-8")

    def draw(self, sources: Iterable[str]) -> tuple[int, dict[str, Rejection]]:
        """Draw what is not in the folder; return how many that were and, by source, what mermaid rejects.

        Raises DrawingError when Chromium is missing or fails.
        """
        missing = {self.name(source): source for source in sources if not self._path(source).is_file()}
        if not missing:
            return 0, {}
        results = self._run_chromium(missing)
        rejected = {}
        self.cache.mkdir(parents=True, exist_ok=True)
        for name, source in missing.items():
            result = results[name]
            if "svg" in result:
                self._write(self._path(source), result["svg"])
            else:
                rejected[source] = Rejection(result["message"], result["endOfText"], result["since"])
        return len(missing), rejected

    def _path(self, source: str) -> Path:
        return self.cache / f"{self.name(source)}.svg"

    def _write(self, path: Path, svg: str) -> None:
        """Write a whole file or none: builds may run side by side."""
        with tempfile.NamedTemporaryFile("w", dir=self.cache, delete=False, encoding="utf-8") as file:
            file.write(svg)
        Path(file.name).replace(path)

    def _run_chromium(self, jobs: dict[str, str]) -> dict[str, Any]:
        program = find_chromium()
        if program is None:
            raise DrawingError(f"没有 Chromium（找过 {'、'.join(CHROMIUM)}）")
        listed = [{"name": name, "source": source} for name, source in jobs.items()]
        page = _PAGE.format(
            fonts=self.fonts, spacing=LABEL_LETTER_SPACING, library=self.library.resolve().as_uri(),
            script=SCRIPT.read_text(encoding="utf-8"), jobs=_literal(listed), theme=_literal(self.theme),
            options=_literal(OPTIONS),
        )  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "draw.html"
            file.write_text(page, encoding="utf-8")
            command = [
                program, "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
                *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium refuses its sandbox to root
                f"--user-data-dir={folder}/profile", "--virtual-time-budget=600000", "--dump-dom", file.as_uri(),
            ]  # fmt: skip
            try:
                done = subprocess.run(
                    command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False
                )
            except subprocess.TimeoutExpired:
                raise DrawingError("Chromium 五分钟没有画完") from None
        found = _RESULTS.search(done.stdout)
        if found is None:
            raise DrawingError(f"Chromium 没有画出来（退出码 {done.returncode}）：{done.stderr[-2000:]}")
        results: dict[str, Any] = json.loads(html.unescape(found[1]))
        return results


def find_chromium() -> str | None:
    """Return the path of the first Chromium on PATH."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def _literal(value: Any) -> str:
    """Return a JavaScript literal that may stand in a <script> of an HTML page."""
    return json.dumps(value).replace("<", "\\u003c")
