"""Readers see under each example what was executed, and on one page the state of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

import page_source
from example_proofs import MARKER, ExampleProofExtension, proof_line
from example_records import Example, ExampleError, load_examples
from yaml_lines import YamlError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

TABLE_MARKER = "<!-- examples: table -->"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the records and give Python-Markdown the extension that shows them."""
    root = Path(config.config_file_path).parent / "examples"
    try:
        examples = load_examples(root)
    except (YamlError, ExampleError) as error:
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


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell MkDocs the anchors of the proofs: it looks for ids before they are in, and would call links to them dead."""
    if page.present_anchor_ids is not None:
        page.present_anchor_ids.update(re.findall(r'<div class="proof [a-z-]+" id="([^"]+)"', html))
    return html


def _pages_by_example(files: Files) -> dict[str, list[tuple[str, str]]]:
    """Return for each example the pages that show it, as (source path, title)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in files.documentation_pages():
        source = page_source.parse_page(file.src_uri, file.content_string)
        for line in source.prose:
            if match := MARKER.match(line):
                found.setdefault(match["name"], []).append((file.src_uri, str(source.meta.get("title", file.src_uri))))
    return found


def _table(examples: Iterable[Example], pages: dict[str, list[tuple[str, str]]]) -> str:
    rows = ["| 示例 | 状态 | 所在页面 |", "|---|---|---|"]
    for example in examples:
        links = "、".join(f"[{title}]({uri}#example-{example.anchor})" for uri, title in pages.get(example.name, []))
        # A virtual machine (its record has a date) ran a kernel of its own, not the recording host's.
        kernel = f"（记录时内核 {example.kernel}）" if example.kernel and not example.date else ""
        state = (proof_line(example) + kernel).replace("|", "\\|")
        rows.append(f'| <span id="{example.anchor}"></span>{example.title} | {state} | {links} |')
    return "\n".join(rows)
