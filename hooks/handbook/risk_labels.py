"""A paragraph that begins with 风险： gets its look from the word that follows: a Python-Markdown extension.

Readers see before they run a command whether it changes settings, cuts connections or cannot be undone.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

RISKS = {"改配置": "risk-change", "断流": "risk-cut", "不可逆": "risk-final"}
LABEL = re.compile(r"风险：(?P<word>[^。；，（\s]+)")
# Before `attr_list` (8), so that a page may add to the classes; the text needs no other processor.
PRIORITY = 9


class RiskLabelsTreeprocessor(Treeprocessor):
    """Sets the classes of risk paragraphs."""

    def run(self, root: Element) -> None:
        """Change `root` in place; a word that is not known stays as it is, the content rule reports it."""
        for paragraph in root.iter("p"):
            match = LABEL.match((paragraph.text or "").lstrip())
            if match and match["word"] in RISKS:
                paragraph.set("class", f"risk {RISKS[match['word']]}")


class RiskLabelsExtension(Extension):
    """Registers the treeprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: RiskLabelsTreeprocessor | treeprocessors | risk_labels | 9."""
        md.treeprocessors.register(RiskLabelsTreeprocessor(md), "risk_labels", PRIORITY)


def makeExtension(**options: Any) -> RiskLabelsExtension:
    """Return the extension for ``markdown_extensions: [handbook.risk_labels]``."""
    return RiskLabelsExtension(**options)
