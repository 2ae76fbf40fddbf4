"""Draws the site's pictures into overrides/assets/images: `python tools/pictures.py`, on a machine with Chromium and Noto Sans CJK.

Readers see them on a phone's home screen and where somebody shares a page. They are committed: a build draws nothing.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote

import yaml
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "overrides/assets/images"
ICONS = {"touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}
CARD = ("card.png", 1200, 630)  # pixels: the shape that link previews show uncut
LIMIT = 48 * 1024  # bytes of one picture


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml: what its tags stand for is of no use here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def main() -> None:
    """Draw and store the pictures; leave with a message when Chromium is missing or a picture is too large."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("缺少 chromium；请安装：apt-get install chromium fonts-noto-cjk")
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    svg = unquote(re.sub(r"^data:image/svg\+xml,", "", config["theme"]["favicon"]))
    white = svg.replace("#00695c", "#fff")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()

        def draw(name: str, width: int, height: int, body: str) -> None:
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(
                f'<html lang="zh-CN"><body style="margin:0;background:#00695c;color:#fff">{body}</body></html>'
            )
            picture = page.screenshot()
            if len(picture) > LIMIT:
                sys.exit(f"{name} 有 {len(picture)} 字节，超过 {LIMIT}")
            (FOLDER / name).write_bytes(picture)
            sys.stdout.write(f"{name}：{len(picture)} 字节\n")

        # A launcher may cut a circle out of an icon: the book stays within its middle.
        for name, size in ICONS.items():
            draw(name, size, size, f'<div style="padding:20%;line-height:0">{white}</div>')
        draw(
            *CARD,
            f'<div style="display:flex;align-items:center;height:630px;padding:0 90px;gap:60px;'
            f'font-family:\'Noto Sans CJK SC\'"><div style="flex:0 0 260px">{white}</div><div>'
            f'<div style="font-size:110px;font-weight:700">{config["site_name"]}</div>'
            f'<div style="font-size:40px;line-height:1.5">{config["site_description"]}</div></div></div>',
        )
        browser.close()


if __name__ == "__main__":
    main()
