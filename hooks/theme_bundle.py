"""The theme's script, changed at exact places when a site is built: what has changed in another version stops the build."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

BUNDLE = "assets/javascripts/bundle.*.min.js"


def find_bundle(folder: Path) -> Path:
    """Return the one bundle in a built site. Raises ``PluginError`` when there is none, or more than one."""
    bundles = list(folder.glob(BUNDLE))
    if len(bundles) != 1:
        raise PluginError(f"{folder}/{BUNDLE}：应当恰好有一个文件，实际有 {len(bundles)} 个。")
    return bundles[0]


def patch(script: str, patches: Iterable[tuple[str, str]], home: str) -> str:
    """Return the script with each (old, new) done in turn.

    Raises ``PluginError`` when an old text is not there exactly once; ``home`` is the file that keeps the list.
    """
    for old, new in patches:
        if script.count(old) != 1:
            raise PluginError(f"主题的 {BUNDLE} 里没有唯一的 {old}：Material 换了版本，请核对 {home} 的 PATCHES。")
        script = script.replace(old, new)
    return script
