"""Rules about files: names, leftovers, what nobody uses, what is too large, secrets and private places.

What lies below docs/ is published, what lies below examples/ is shown: neither may hold what was not meant for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePosixPath

from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import BasePlugin, RegexBasedDetector
from detect_secrets.plugins.ip_public import IPPublicDetector
from detect_secrets.plugins.keyword import KeywordDetector
from detect_secrets.plugins.private_key import PrivateKeyDetector

from handbook.page_source import PageSource
from handbook.rules.links import is_foreign
from handbook.rules.model import Handbook, Problem, problem, prose_lines
from handbook.rules.rendered import render_tree
from handbook.topics import TOPICS

MAX_PAGE = 40_000  # characters: about twice the longest page; a reader on a phone scrolls through some 60 screens
MAX_IMAGE = 300_000  # bytes: a second on a phone with 2.4 Mbit/s
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LEFTOVER = re.compile(
    r"(?:~|\.(?:orig|rej|bak|old|swp|swo|tmp|save)|\.DS_Store|Thumbs\.db|desktop\.ini|#)$|^(?:\.#|#|\.)", re.IGNORECASE
)
_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"}
_PATCH = re.compile(r"@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|diff --git a/|index [0-9a-f]{7,}\.\.[0-9a-f]{7,}")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_SCRIPTS = {
    ".sh",
    ".bash",
    ".py",
    ".awk",
    ".bats",
    ".nft",
    ".v4",
    ".v6",
    ".sql",
    ".conf",
    ".cfg",
    ".cnf",
    ".service",
    ".timer",
}
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{20}")
# Passwords that say themselves that they are examples.
_SHOWN = re.compile(r"example|secret|password|passw0rd|changeme|示例|[$<{*]|x{3,}", re.IGNORECASE)
# On the command line, where every user of the machine sees it too.
_TYPED = re.compile(
    r"\b(?:(?:mysql|mariadb)[\w-]*\s(?:[^|;]*\s)?-p|sshpass\s+-p\s*|redis-cli\s(?:[^|;]*\s)?-a\s+|curl\s(?:[^|;]*\s)?-u\s*[\w.-]+:|[a-z]+://:)(?P<value>[^\s'\"`|@]{6,})"
)
_SAID = re.compile(
    r"(?:密码|口令)\s*(?:是|为|[:：=])?\s*[`“\"]?(?P<value>(?=[\w!@#$%^&*.-]*\d)[A-Za-z0-9][\w!@#$%^&*.-]{5,})"
)
_HOME = re.compile(r"/(?:home|Users)/(?P<name>[a-z][a-z0-9_.-]*)")
_HOME_NAMES = {"app", "user", "alice", "bob", "deploy", "me", "ops", "you"}
_INNER = re.compile(
    r"(?<![\w./@-])(?:[a-z0-9-]+\.)+(?:corp|intra|intranet|internal|lan|local|priv)\b(?![.\w-])", re.IGNORECASE
)
# Names that mean the same everywhere.
_KNOWN_INNER = re.compile(
    r"(?:\.|^)(?:cluster\.local|docker\.internal|google\.internal|compute\.internal|rc\.local|localhost\.local)$|^[a-z0-9-]+\.(?:local|internal)$"
)
_MAIL = re.compile(r"[\w.+-]+@(?P<host>(?:[\w-]+\.)+(?:com|cn|net|org|io))\b")
_KNOWN_HOSTS = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|github\.com|kernel\.org|debian\.org)$")


def file_1(handbook: Handbook) -> list[Problem]:
    """Require page names in lower case ASCII with hyphens, in the folder of a topic."""
    found: list[Problem] = []
    for name in handbook.files:
        path = PurePosixPath(name)
        if path.parts[:1] != ("docs",) or path.suffix.lower() != ".md":
            continue
        if path.suffix != ".md":
            found.append(Problem(name, 1, "FILE-1", f"扩展名 {path.suffix} 不会当成页面检查；改成 .md"))
        elif not all(_NAME.fullmatch(part) for part in (*path.parts[1:-1], path.stem)):
            text = "文件名要能直接写进网址；只用小写英文、数字和连字符，例如 get-ip.md"
            found.append(Problem(name, 1, "FILE-1", text))
        folders = path.parts[1:-1]
        if folders and (len(folders) > 1 or folders[0] not in {*TOPICS, "codes", "contributing", "practice"}):
            near = get_close_matches(folders[0], TOPICS, n=1)
            remedy = (
                f"是不是 docs/{near[0]}/"
                if near and len(folders) == 1
                else f"放进已有的专题：{'、'.join(TOPICS)}；新专题先写进 hooks/handbook/topics.py"
            )
            found.append(
                Problem(name, 1, "FILE-1", f"docs/{'/'.join(folders)}/ 不是专题目录，专题的规则管不到它；{remedy}")
            )
    return found


def file_2(handbook: Handbook) -> list[Problem]:
    """Report leftovers of editors, merges and file managers, and whatever else below docs/ is no page."""
    found: list[Problem] = []
    for name in handbook.files:
        path = PurePosixPath(name)
        if _LEFTOVER.search(path.name) and path.name != ".shellcheckrc":
            found.append(Problem(name, 1, "FILE-2", "编辑器或合并留下的文件，会跟着发布或算进示例的指纹；删掉它"))
        elif path.parts[0] == "docs" and path.suffix.lower() != ".md" and path.parts[1:2] != ("assets",):
            text = "docs/ 里不是页面的文件也会发布；删掉它，图片和脚本放进 docs/assets/"
            found.append(Problem(name, 1, "FILE-2", text))
    return found


def file_3(handbook: Handbook) -> list[Problem]:
    """Report what a merge left undecided."""
    found: list[Problem] = []
    for name, text in handbook.texts.items():
        lines = text.split("\n")
        marks = [number for number, line in enumerate(lines, start=1) if _CONFLICT.fullmatch(line.rstrip("\r"))]
        # A lone row of equals signs underlines a title in an output.
        if any(lines[number - 1].startswith(("<", ">", "|")) for number in marks):
            last = marks[-1]
            text = f"有没解决完的合并冲突，到第 {last} 行为止；留下要的内容，删掉 <<<<<<<、=======、>>>>>>> 这几行"
            found.append(Problem(name, marks[0], "FILE-3", text))
    for page in handbook.pages:
        for number, line in prose_lines(page):
            if _PATCH.match(line):
                text = "有补丁留下的行；删掉 @@、diff、index 开头的行，和行首的 + 与 -"
                found.append(problem("FILE-3", page, number, text))
    return found


def file_4(handbook: Handbook) -> list[Problem]:
    """Require of the files of examples that their lines end as Linux wants it."""
    return [
        Problem(
            name,
            text[: text.index("\r\n")].count("\n") + 1,
            "FILE-4",
            "行尾是 Windows 的 CRLF，Linux 上执行会报错；另存为 LF，或运行 sed -i 's/\\r$//' 文件",
        )
        for name, text in handbook.texts.items()
        if name.startswith(("examples/", "lab/", "deploy/")) and "\r\n" in text
    ]


def file_5(handbook: Handbook) -> list[Problem]:
    """Report images that no page shows: they are published all the same."""
    shown = "\n".join(
        [
            text
            for name, text in handbook.texts.items()
            if name.startswith("docs/") and name.endswith((".md", ".css", ".js"))
        ]
    )
    return [
        Problem(name, 1, "FILE-5", "没有页面用这张图，它仍会发布；在页面里用它，或删掉")
        for name in handbook.files
        if name.startswith("docs/")
        and PurePosixPath(name).suffix.lower() in _IMAGES
        and PurePosixPath(name).name not in shown
    ]


def size_1(page: PageSource) -> list[Problem]:
    """Report a page that is too long to be read."""
    length = sum(len(line) + 1 for line in page.lines)
    if length <= MAX_PAGE:
        return []
    return [problem("SIZE-1", page, 1, f"这一页有 {length} 个字符，最多 {MAX_PAGE} 个；按小节拆成几页，互相链接")]


def img_1(handbook: Handbook) -> list[Problem]:
    """Require of an image that it is small, says what it shows, and how large it will be, so that nothing moves when it comes."""
    found = [
        Problem(
            name,
            1,
            "IMG-1",
            f"图片有 {size // 1000} kB，最多 {MAX_IMAGE // 1000} kB；缩小到实际显示的宽度，存成 WebP 或 PNG-8",
        )
        for name, size in handbook.files.items()
        if name.startswith("docs/") and PurePosixPath(name).suffix.lower() in _IMAGES and size > MAX_IMAGE
    ]
    for page in handbook.pages:
        for element in render_tree(page).iter("img"):
            src = element.get("src", "")
            if is_foreign(src) or not src:
                continue  # LINK-4 and LINK-2 report it
            line = next((n for n, text in enumerate(page.prose, start=1) if src and src in text), 1)
            if not element.get("alt", "").strip():
                found.append(
                    problem("IMG-1", page, line, f"图片 {src} 没有说明，看不见图的人读不到；写成 ![图里有什么]({src})")
                )
            if not all(element.get(key, "").isdigit() for key in ("width", "height")):
                text = f"图片 {src} 没写宽和高，载入时正文会跳；紧跟在后面写 {{ width=640 height=360 loading=lazy }}，单位是像素"
                found.append(problem("IMG-1", page, line, text))
    return found


def safe_1(handbook: Handbook) -> list[Problem]:
    """Report keys, tokens and passwords."""
    return [found for name, text in handbook.texts.items() for found in _secrets(name, text)]


@lru_cache(maxsize=4096)  # `make serve` checks after each save, and all files but one are as they were
def _secrets(name: str, text: str) -> tuple[Problem, ...]:
    found: set[Problem] = set()
    remedy = "换成假的，例如 example；真的已经提交过，就当它泄露了，去吊销"
    for kind, plugin in _detectors():
        for secret in set(plugin.analyze_string(text)):
            found.add(Problem(name, _line_of(text, secret), "SAFE-1", f"像是真的密钥或口令（{kind}）；{remedy}"))
    if match := _PRIVATE_KEY.search(text):
        line = text.count("\n", 0, match.start()) + 1
        found.add(Problem(name, line, "SAFE-1", f"这里有一把私钥；{remedy}"))
    for line, secret in _passwords(name, text):
        found.add(Problem(name, line, "SAFE-1", f"像是真的口令“{secret[:4]}…”；{remedy}"))
    return tuple(sorted(found))


def _passwords(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the values that are given to something called password, token or key, with their lines."""
    detector = KeywordDetector()
    for number, line in enumerate(text.split("\n"), start=1):
        # The detector's expressions are slow, and few lines name a secret.
        if re.search(r"pass|pwd|secret|token|api_?key|credential|密码|口令", line, re.IGNORECASE):
            for secret in detector.analyze_line(filename=name, line=line, line_number=number):
                value = secret.secret_value or ""
                if len(value) >= 6 and not _SHOWN.search(value):
                    yield number, value
        # In Chinese text only: outputs of programs name the passwords of their labs.
        if name.startswith(("docs/", "data/")) and (match := _SAID.search(line)) and not _SHOWN.search(match["value"]):
            yield number, match["value"]
        if (match := _TYPED.search(line)) and not _SHOWN.search(match["value"]):
            yield number, match["value"]


@lru_cache(maxsize=1)
def _detectors() -> list[tuple[str, BasePlugin]]:
    """Return the detectors that know the form of a secret, by name; those that guess from words or randomness are left out."""
    classes: Iterable[type[BasePlugin]] = get_mapping_from_secret_type_to_class().values()
    left_out = (KeywordDetector, PrivateKeyDetector, IPPublicDetector)
    return [
        (str(one.secret_type), one()) for one in classes if issubclass(one, RegexBasedDetector) and one not in left_out
    ]


def safe_2(handbook: Handbook) -> list[Problem]:
    """Report people's folders and addresses, and the names of inner hosts."""
    found: list[Problem] = []
    for name, text in handbook.texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            for home in _HOME.finditer(line):
                if home["name"] not in _HOME_NAMES:
                    found.append(Problem(name, number, "SAFE-2", f"“{home[0]}”是某个人的目录；改成 /home/user"))
            for inner in _INNER.finditer(line):
                if not _KNOWN_INNER.search(inner[0].lower()):
                    found.append(
                        Problem(name, number, "SAFE-2", f"“{inner[0]}”像内网的主机名；改成 example.com 下的名字")
                    )
            for mail in _MAIL.finditer(line):
                if not _KNOWN_HOSTS.search(mail["host"].lower()):
                    found.append(Problem(name, number, "SAFE-2", f"“{mail[0]}”像真的邮箱；改成 user@example.com"))
    return found


def _line_of(text: str, piece: str) -> int:
    return text[: text.find(piece)].count("\n") + 1
