"""The releases page says what is supported on the reader's day, and without script what was on the day of the check."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.site_server import OpenPage

ADDRESS = "kubernetes/releases/"


@pytest.mark.parametrize(
    ("today", "supported", "states"),
    [
        ("2026-11-26", "1.37、1.36、1.35。", {"1.37": "受支持", "1.35": "受支持", "1.34": "已停止支持"}),
        ("2026-12-28", "1.37、1.36、1.35（维护期）。", {"1.35": "维护期"}),
        ("2027-02-28", "1.37、1.36、1.35（维护期）。", {"1.35": "维护期"}),
        ("2027-03-01", "1.37、1.36。", {"1.35": "已停止支持"}),
        ("2026-08-01", "1.36、1.35、1.34。", {"1.37": "未发布", "1.0": "已停止支持"}),
    ],
)
def test_state_is_that_of_the_readers_day(page: Page, today: str, supported: str, states: dict[str, str]) -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto(ADDRESS)
    expect(page.locator("#k8s-today")).to_contain_text(f"今天（{today}，UTC）受支持的次版本：{supported}")
    for version, state in states.items():
        row = page.locator(".k8s-releases tbody tr").filter(has=page.get_by_role("cell", name=version, exact=True))
        expect(row.locator(".k8s-state")).to_have_text(state)


def test_old_data_admits_that_there_may_be_newer_releases(page: Page) -> None:
    page.clock.set_fixed_time("2028-06-01T12:00:00Z")
    page.goto(ADDRESS)
    expect(page.locator("#k8s-today")).to_contain_text("表里的都已停止支持")
    expect(page.locator("#k8s-today")).to_contain_text("之后可能又有新版本")


def test_state_is_shown_once_after_coming_back(page: Page) -> None:
    page.goto(ADDRESS)
    page.goto("")
    page.go_back()
    row = page.locator(".k8s-releases tbody tr").first
    expect(row.locator(".k8s-state")).to_have_count(1)


def test_without_script_the_sentence_names_the_day_of_the_check(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(ADDRESS)
    expect(page.locator("#k8s-today")).to_contain_text("核对时受支持的次版本：1.37、1.36、1.35")
    expect(page.locator(".k8s-state")).to_have_count(0)
