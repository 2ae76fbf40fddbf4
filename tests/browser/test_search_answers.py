"""What the search may not do: show a claim of the ledger as a fact, or strangers for an error that the book does not have."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from handbook import yaml_lines
from support.site_build import ROOT

META = ".md-search-result__meta"
ITEM = ".md-search-result__item"
ASK = """async questions => {
    const worker = new Worker(JSON.parse(document.querySelector("#__config").textContent).search)
    const answers = []
    for (const data of questions) {
        worker.postMessage({type: 2, data})
        answers.push(await new Promise(resolve => {
            worker.onmessage = event => event.data.data?.complete && resolve(event.data.data.items)
        }))
    }
    worker.terminate()
    return answers
}"""
# Errors of programs that the handbook has nothing about, as people paste them.
UNKNOWN = [
    "ORA-00942: table or view does not exist",
    "PANIC: could not locate a valid checkpoint record",
    "fatal: refusing to merge unrelated histories",
    "error TS2339: Property 'foo' does not exist on type 'Bar'.",
    "gpg: decryption failed: No secret key",
    "npm ERR! code ERESOLVE npm ERR! could not resolve dependency",
    "ModuleNotFoundError: No module named 'requests'",
    "java.lang.NullPointerException: Cannot invoke method on null object",
    "E11000 duplicate key error collection: shop.users index: email_1 dup key",
    "Traceback (most recent call last): KeyError: 'name'",
    "failed to start daemon: Error initializing network controller: error obtaining controller instance",
    "cannot import name 'escape' from 'jinja2' (/usr/lib/python3/dist-packages/jinja2/__init__.py)",
    "redis.exceptions.ResponseError: MOVED 3999 127.0.0.1:6381",
    "remote: Support for password authentication was removed on August 13, 2021",
    "dyld: Library not loaded: @rpath/libssl.1.1.dylib",
    "The referenced assembly could not be resolved because it has a dependency on another framework",
    "2026-11-29 03:12:44.123 WARN 7 --- [main] o.h.e.j.s.SqlExceptionHelper: HikariPool-1 - Connection is not available",
    "Uncaught TypeError: Cannot read properties of undefined (reading 'map')",
    # Their words all stand in the list of all symptoms, from errors of several pages.
    "could not write lock file /tmp/.X0-lock",
    "FATAL: password authentication failed for user \"postgres\"",
    "ERROR: relation \"users\" does not exist",
    "Error: Cannot find module 'express'",
    "blocked by: [FORBIDDEN/12/index read-only / allow delete (api)]",
    "X11 connection rejected because of wrong authentication.",
    "fatal: not a git repository (or any of the parent directories): .git",
    "mount.nfs: access denied by server while mounting",
    "PHP Fatal error: Allowed memory size of 134217728 bytes exhausted",
    # One pair of their words is somewhere, the word that tells is not.
    "cannot open display: :0",
    "NOAUTH Authentication required.",
    "OpenSearch Security not initialized.",
    "MISCONF Redis is configured to save RDB snapshots, but it is currently not able to persist on disk",
]  # fmt: skip


def _answers(page: Page, questions: list[str]) -> list[Any]:
    page.goto("")
    # The first worker is the search box's, and starts later (overrides/partials/search-worker.html).
    page.wait_for_function("String(Worker).includes('[native code]')")
    answers: list[Any] = page.evaluate(ASK, questions)
    return answers


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_no_claim_is_shown_without_the_word_that_says_so(page: Page) -> None:
    ledger, _ = yaml_lines.load(ROOT / "data/corrections.yml")
    claims = [" ".join(entry["claim"].replace("`", "").split()) for entry in ledger]
    assert len(claims) > 100
    bare: list[str] = []
    for claim, groups in zip(claims, _answers(page, claims), strict=True):
        for item in (item for group in groups for item in group):
            for line in [item["title"], *item["text"].split("</p>")]:
                if claim in (text := _plain(line)) and "误传：" not in text.partition(claim)[0]:
                    bare.append(f"{claim} ← {item['location']}")
    assert not bare, "\n".join(sorted(set(bare)))


def test_an_error_that_no_section_has_is_said_to_be_unknown(page: Page) -> None:
    for question, groups in zip(UNKNOWN, _answers(page, UNKNOWN), strict=True):
        assert "手册里没有这句报错" in groups[0][0]["title"], f"{question} → {groups[0][0]['location']}"
        assert len(groups) <= 4, f"{question}：没有这句报错，却列出 {len(groups) - 1} 页"


def test_the_box_says_that_the_error_is_unknown(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    expect(page.locator(META)).to_have_text("输入命令、参数、报错或现象")
    page.locator(".md-search__input").fill(UNKNOWN[0])
    expect(page.locator(META)).to_have_text("手册里没有这句报错")


def test_the_title_of_a_result_leads_to_the_section_that_answers(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("nf_conntrack: table full, dropping packet")
    title = page.locator(f"{ITEM} a").first
    expect(title).to_have_attribute("href", re.compile(r"iptables/state/\?h=.*#table-full$"))
    title.click()
    page.wait_for_url(re.compile(r"iptables/state/"))
    assert urlsplit(page.url).fragment == "table-full"


def test_the_list_is_there_again_after_going_back(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("连接跟踪表满")
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()
    page.locator(f"{ITEM} a").first.click()
    page.wait_for_url(re.compile(r"\?h="))
    page.go_back()
    expect(page.locator(f"{ITEM} mark").first).to_be_visible()
    expect(page.locator(".md-search__input")).to_have_value("连接跟踪表满")


def test_the_number_is_that_of_the_pages_and_not_of_the_list(page: Page) -> None:
    page.goto("")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("iptables 规则")
    expect(page.locator(META)).to_have_text(re.compile(r"^\d{2,} 页里有这些词，列出最接近的 10 页$"))
