"""Readers see under each example what was executed, and on one page the state of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from example_proofs import MARKER, ExampleProofExtension, proof_line
from example_records import Example, ExampleError, load_examples

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TABLE_MARKER = "<!-- examples: table -->"
FENCE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`*$", re.S | re.M)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the records and give Python-Markdown the extension that shows them."""
    root = Path(config.config_file_path).parent / "examples"
    try:
        examples = load_examples(root)
    except ExampleError as error:
        raise PluginError(str(error)) from None
    source_url = f"{config.repo_url.rstrip('/')}/tree/main/examples" if config.repo_url else ""
    extension = ExampleProofExtension(examples, source_url, PluginError)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name the page to the extension, and fill in the table of all examples where a page asks for it."""
    extension = next(e for e in config.markdown_extensions if isinstance(e, ExampleProofExtension))
    extension.page_name = f"docs/{page.file.src_uri}"
    extension.page_source = page.file.content_string
    if TABLE_MARKER not in markdown:
        return markdown
    return markdown.replace(TABLE_MARKER, _table(extension.examples.values(), _pages_by_example(files)))


def _pages_by_example(files: Files) -> dict[str, list[tuple[str, str]]]:
    """Return for each example the pages that show it, as (source path, title)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in files.documentation_pages():
        text = FENCE.sub("", file.content_string)
        heading = re.search(r"^# (.+?)(?: *\{.*\})?$", text, re.M)
        for line in text.splitlines():
            if match := MARKER.match(line):
                title = heading[1] if heading else file.src_uri
                found.setdefault(match["name"], []).append((file.src_uri, title))
    return found


def _table(examples: Iterable[Example], pages: dict[str, list[tuple[str, str]]]) -> str:
    rows = ["| 示例 | 状态 | 所在页面 |", "|---|---|---|"]
    for example in examples:
        links = "、".join(f"[{title}]({uri}#example-{example.anchor})" for uri, title in pages.get(example.name, []))
        kernel = f"（记录时内核 {example.kernel}）" if example.kernel else ""
        state = (proof_line(example) + kernel).replace("|", "\\|")
        rows.append(f'| <span id="{example.anchor}"></span>{example.title} | {state} | {links} |')
    return "\n".join(rows)
