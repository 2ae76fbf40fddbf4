"""Draws the picture in the README: `python tests/browser/screenshots.py` builds the handbook and photographs its home page."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import sync_playwright

from support.site_build import ROOT, build_site
from support.site_server import CHROMIUM_OPTIONS, DESKTOP, serve

PICTURE = ROOT / ".github/screenshot.png"
LIMIT = 200 * 1024  # bytes: a README is read on phones too


def main() -> None:
    """Build, photograph and store the picture; leave with a message when a program or a font is missing."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("缺少 chromium；请安装：apt-get install chromium")
    fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=True).stdout
    if not fonts:
        sys.exit("没有中文字体，截图里会是方框；请安装：apt-get install fonts-noto-cjk")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = build_site(site)
        if done.returncode:
            sys.exit(done.stderr)
        with serve(site) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS)
            page = browser.new_page(color_scheme="light", **DESKTOP)
            page.goto(url, wait_until="networkidle")
            picture = page.screenshot()
            browser.close()
    if len(picture) > LIMIT:
        sys.exit(f"截图有 {len(picture)} 字节，超过 {LIMIT}")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(picture)
    print(f"{PICTURE.relative_to(ROOT)}：{len(picture)} 字节")


if __name__ == "__main__":
    main()
