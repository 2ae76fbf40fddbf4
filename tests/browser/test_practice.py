"""Practice: questions are drawn, marked, asked again on their day, and never lost; without scripts and on paper they are folded lists."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from handbook.offline.folder import main
from support.site_server import DESKTOP, OpenPage

PAGE = "practice/"
DAY = datetime(2026, 12, 1, 9, tzinfo=UTC)
STATUS = ".practice-status"
STORE = "yunwei-dazhao.practice."
# As a browser that is full, or keeps nothing, answers what the practice page asks of it.
FULL = """
const set = Storage.prototype.setItem
Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("yunwei-dazhao")) throw new DOMException("full", "QuotaExceededError")
    set.call(this, key, value)
}
"""
NONE = (
    FULL
    + """
const get = Storage.prototype.getItem
Storage.prototype.getItem = function (key) {
    if (key.startsWith("yunwei-dazhao")) throw new DOMException("denied", "SecurityError")
    return get.call(this, key)
}
"""
)


def _open(page: Page, day: datetime = DAY, topic: str = "nginx") -> None:
    """Open the page on a day, with one topic chosen."""
    page.clock.set_fixed_time(day)
    page.goto(PAGE)
    _choose(page, topic)


def _choose(page: Page, topic: str) -> None:
    expect(page.locator(f"tr[data-topic={topic}] td").first).not_to_be_empty()
    choose = "(boxes, topic) => boxes.forEach(box => { box.checked = box.value === topic })"
    page.locator(".practice tbody input").evaluate_all(choose, topic)


def _draw(page: Page) -> str:
    """Draw a question, and return its id."""
    page.locator(".practice-draw").click()
    return _asked(page)


def _asked(page: Page) -> str:
    expect(page.locator(".practice-ask")).to_be_visible()
    return str(page.locator(".practice-about a").get_attribute("href")).partition("#")[2]


def _mark(page: Page, grade: int) -> None:
    page.locator(".practice-show button").click()
    page.locator(f".practice-marks [data-grade='{grade}']").click()
    expect(page.locator(STATUS)).to_contain_text("记下了：")


def _counts(page: Page, topic: str = "nginx") -> list[int]:
    """Return of a topic how many questions there are, are due, known and new."""
    return [int(text) for text in page.locator(f"tr[data-topic={topic}] td").all_inner_texts()]


def _record(page: Page, name: str) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", STORE + name))


def _download(page: Page, button: str) -> str:
    if not page.locator(".practice-data").evaluate("details => details.open"):
        page.locator(".practice-data summary").click()
    with page.expect_download() as started:
        page.locator(button).click()
    return Path(started.value.path()).read_text(encoding="utf-8")


def _import(page: Page, text: str) -> None:
    page.locator(".practice-import").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_question_is_drawn_answered_and_marked(page: Page) -> None:
    _open(page)
    expect(page.locator(STATUS)).to_have_text("还没有记录，点“抽一题”开始。")
    number = _counts(page)[0]
    name = _draw(page)
    expect(page.locator(".practice-ask")).to_be_focused()
    expect(page.locator(".practice-answer")).not_to_be_visible()
    page.locator(".practice-show button").click()
    expect(page.locator(".practice-answer p").first).not_to_be_empty()
    expect(page.locator(".practice-source a")).to_have_attribute(
        "href", re.compile(r"^\.\./nginx/[a-z-]+/#[a-z0-9-]+$")
    )
    page.locator(".practice-marks [data-grade='3']").click()
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^记下了：会，\d+ 天后再问。$"))
    assert _asked(page) != name
    assert _counts(page) == [number, 0, 1, number - 1]
    page.locator(".practice-about a").click()
    expect(page.locator("details.question:target")).to_have_attribute("open", "")


def test_it_is_kept_and_asked_again_on_its_day(page: Page) -> None:
    _open(page)
    name = _draw(page)
    _mark(page, 1)
    _open(page, DAY + timedelta(hours=10))
    expect(page.locator(STATUS)).to_have_text("今天没有该复习的，可以做新的。")
    assert _counts(page)[1:3] == [0, 1]
    _open(page, DAY + timedelta(days=1, hours=-8))  # on the next day, though not a whole day later
    expect(page.locator(STATUS)).to_have_text("今天该复习 1 题。")
    assert _draw(page) == name
    expect(page.locator(".practice-about")).to_contain_text("第 2 次")


def test_what_is_known_well_waits_longer(page: Page) -> None:
    _open(page)
    _draw(page)
    page.locator(".practice-show button").click()
    told = page.locator(".practice-marks small").all_inner_texts()
    days = [int(re.sub(r"\D", "", text)) for text in told]
    assert days == sorted(set(days))
    assert days[0] == 1


def test_it_works_by_keyboard(page: Page) -> None:
    _open(page)
    page.locator(".practice-draw").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".practice-ask")).to_be_focused()
    page.keyboard.press("3")  # nothing to mark yet
    page.keyboard.press("Space")
    expect(page.locator(".practice-answer")).to_be_focused()
    page.keyboard.press("2")
    expect(page.locator(STATUS)).to_contain_text("记下了：模糊")
    expect(page.locator(".practice-ask")).to_be_focused()
    assert _counts(page)[2] == 1


def test_when_nothing_is_left_it_says_so(page: Page) -> None:
    _open(page)
    page.locator(".practice-what").select_option("due")
    page.locator(".practice-draw").click()
    expect(page.locator(STATUS)).to_have_text("选中的专题里没有别的题了：该复习的都做完了。")
    expect(page.locator(STATUS)).to_be_focused()
    page.locator(".practice input[value=nginx]").uncheck()
    page.locator(".practice-draw").click()
    expect(page.locator(STATUS)).to_contain_text("没有选专题")


def test_only_one_kind_is_drawn_when_asked_for(page: Page) -> None:
    _open(page)
    number = _counts(page)[0]
    page.locator(".practice-kind").select_option("interview")
    assert 0 < _counts(page)[0] < number
    for _ in range(3):
        _draw(page)
        expect(page.locator(".practice-about")).to_contain_text("面试题")
        _mark(page, 3)


def test_a_corrected_answer_comes_back_and_says_so(page: Page) -> None:
    _open(page)
    name = _draw(page)
    _mark(page, 4)
    learned = _record(page, name)["hash"]
    changed = "0" * 8

    def correct(route: Any) -> None:
        route.fulfill(response=(response := route.fetch()), body=response.text().replace(learned, changed))

    page.route("**/assets/practice/*.js", correct)
    _open(page)
    expect(page.locator(STATUS)).to_have_text("今天该复习 1 题。")
    page.locator(".practice-what").select_option("due")
    assert _draw(page) == name
    expect(page.locator(".practice-changed")).to_be_visible()
    _mark(page, 3)
    assert _record(page, name)["hash"] == changed
    assert _counts(page)[1] == 0


def test_records_are_exported_and_imported(page: Page, open_page: OpenPage) -> None:
    _open(page)
    names = []
    for grade in (1, 3):
        names.append(_draw(page))
        _mark(page, grade)
    text = _download(page, ".practice-export")
    expect(page.locator(STATUS)).to_have_text("导出了 2 题的记录。")
    data = json.loads(text)
    assert (data["format"], data["version"], sorted(data["records"])) == ("yunwei-dazhao-practice", 1, sorted(names))
    other = open_page()
    _open(other)
    _import(other, text)
    expect(other.locator(STATUS)).to_contain_text("导入了 2 题；")
    assert _counts(other) == _counts(page)
    assert [_record(other, name) for name in names] == [_record(page, name) for name in names]
    _import(other, text)
    expect(other.locator(STATUS)).to_contain_text("导入了 0 题；另有 2 题")


def test_of_two_reviews_the_newer_is_kept(page: Page) -> None:
    _open(page)
    name = _draw(page)
    _mark(page, 1)
    text = _download(page, ".practice-export")
    _open(page, DAY + timedelta(days=2))
    assert _draw(page) == name
    _mark(page, 4)
    newest = _record(page, name)
    _import(page, text)
    expect(page.locator(STATUS)).to_contain_text("导入了 0 题；")
    assert _record(page, name) == newest
    later = json.loads(text)
    later["records"][name]["last"] += timedelta(days=5) / timedelta(milliseconds=1)
    _import(page, json.dumps(later))
    expect(page.locator(STATUS)).to_contain_text("导入了 1 题；")
    assert _record(page, name)["last"] == later["records"][name]["last"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format": "yunwei-dazhao-prac', "这个文件不是 JSON，可能没有下载完整；什么也没有导入。"),
        ("[1, 2]", "这个文件不是从练习页导出的；什么也没有导入。"),
        ("null", "这个文件不是从练习页导出的；什么也没有导入。"),
        ('{"format": "yunwei-dazhao-practice", "version": 9, "records": {}}', "这个文件的格式是第 9 版"),
        (
            '{"format": "yunwei-dazhao-practice", "version": 1, "records": {"q-a": {"hash": 1}, "__proto__x": {}}}',
            "导入了 0 题；另有 0 题这里的记录不比它旧，没有动。文件里有 2 条读不懂，跳过了。",
        ),
    ],
)
def test_a_damaged_or_foreign_file_changes_nothing(page: Page, text: str, said: str) -> None:
    _open(page)
    name = _draw(page)
    _mark(page, 3)
    before = _record(page, name)
    _import(page, text)
    expect(page.locator(STATUS)).to_contain_text(said)
    assert _record(page, name) == before


@pytest.mark.parametrize("storage", [FULL, NONE], ids=["full", "none"])
def test_where_the_browser_keeps_nothing_it_says_so_and_exports(page: Page, storage: str) -> None:
    page.add_init_script(storage)
    _open(page)
    name = _draw(page)
    _mark(page, 3)
    expect(page.locator(STATUS)).to_contain_text("浏览器没有保存")
    assert _counts(page)[2] == 1
    assert list(json.loads(_download(page, ".practice-export"))["records"]) == [name]


def test_a_damaged_record_is_told_and_not_lost(page: Page) -> None:
    _open(page)
    name = _draw(page)
    _mark(page, 3)
    page.evaluate("key => localStorage.setItem(key, '{\"hash\": ')", STORE + name)
    _open(page)
    expect(page.locator(STATUS)).to_contain_text("有 1 条记录读不懂，这些题当作没做过；原来的内容留着。")
    for _ in range(_counts(page)[0]):
        if _draw(page) == name:
            break
        _mark(page, 4)
    _mark(page, 3)
    assert page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('unread')).map(([, v]) => v)"
    ) == ['{"hash": ']


def test_a_clock_that_goes_backwards_loses_nothing(page: Page) -> None:
    _open(page, DAY + timedelta(days=400))
    name = _draw(page)
    _mark(page, 3)
    _open(page)
    expect(page.locator(STATUS)).to_have_text("今天该复习 1 题。")
    assert _draw(page) == name
    _mark(page, 3)
    expect(page.locator(STATUS)).to_contain_text("电脑的时钟比上次练习时早，间隔从现在算起。")
    assert _record(page, name)["last"] == DAY.timestamp() * 1000
    assert _record(page, name)["reps"] == 2


def test_two_tabs_do_not_undo_each_other(page: Page) -> None:
    _open(page)
    second = page.context.new_page()
    _open(second)
    first_name = _draw(page)
    _mark(page, 3)
    expect(second.locator("tr[data-topic=nginx] td").nth(2)).to_have_text("1")
    second_name = _draw(second)
    assert second_name != first_name
    _mark(second, 1)
    assert {_record(second, name)["reps"] for name in (first_name, second_name)} == {1}
    # The same question in both: the second mark follows the first.
    page.reload()
    _choose(page, "nginx")
    page.locator(".practice-what").select_option("any")
    shown = _draw(page)
    page.locator(".practice-show button").click()
    saved = json.dumps({**_record(page, first_name), "last": DAY.timestamp() * 1000 - 5, "reps": 7})
    second.evaluate("([key, value]) => localStorage.setItem(key, value)", [STORE + shown, saved])
    page.locator(".practice-marks [data-grade='3']").click()
    expect(page.locator(STATUS)).to_contain_text("另一个标签页刚才也记过这一题，这次接在它后面。")
    assert _record(page, shown)["reps"] == 8
    second.close()


def test_anki_gets_a_file_that_it_imports_as_it_is(page: Page, site_url: str) -> None:
    _open(page)
    lines = _download(page, ".practice-anki")
    head = [line for line in lines.splitlines() if line.startswith("#")]
    assert head == ["#separator:tab", "#html:true", "#guid column:1", "#tags column:4", "#deck:运维大招"]
    notes = re.findall(r'^(q-[a-z0-9-]+)\t("(?:[^"]|"")*")\t("(?:[^"]|"")*")\t(\S+)$', lines, re.MULTILINE)
    assert len(notes) == len({note[0] for note in notes}) == _counts(page)[0]
    assert {note[3] for note in notes} == {"运维大招::Nginx"}
    links = re.findall(r'href=""([^"]+)""', lines)
    assert links
    assert all(link.startswith(site_url) for link in links)


def test_data_are_loaded_where_they_are_drawn_from_only(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("nginx/tuning/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "practice" in url or "fsrs" in url]
    _open(page)
    assert not [url for url in asked if "assets/practice/nginx." in url]
    _draw(page)
    _mark(page, 3)
    assert len([url for url in asked if "assets/practice/nginx." in url]) == 1
    assert not [url for url in asked if "assets/practice/mysql." in url]


def test_it_works_after_navigation_without_reload(page: Page) -> None:
    page.goto("self-test/")
    page.locator("article a", has_text="练习").first.click()
    page.wait_for_url("**/practice/")
    _choose(page, "nginx")
    _draw(page)
    _mark(page, 3)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("自测")
    page.go_forward()
    expect(page.locator(STATUS)).to_contain_text("今天没有该复习的")


def test_questions_that_do_not_come_are_told(page: Page, open_page: OpenPage) -> None:
    _open(page)
    page.route("**/assets/practice/nginx.*.js", lambda route: route.fulfill(status=204))
    page.locator(".practice-draw").click()
    expect(page.locator(STATUS)).to_contain_text("题目没有取到")


def test_it_works_from_a_folder(browser: Browser, site_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    shutil.copytree(site_dir, folder)
    main(folder)
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    page.goto((folder / "practice/index.html").as_uri())
    _choose(page, "nginx")
    _draw(page)
    page.locator(".practice-show button").click()
    page.locator(".practice-source a").click()
    page.wait_for_url(re.compile(r"/book/nginx/[a-z-]+/index\.html#"))
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_without_scripts_questions_unfold(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(PAGE)
    page.locator("article li a", has_text="Nginx").click()
    question = page.locator("details.question").first
    expect(question.locator(".question-answer")).not_to_be_visible()
    question.locator("summary").click()
    expect(question.locator(".question-answer")).to_be_visible()
    expect(question.locator(".question-source")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_the_questions_come_first_and_the_answers_behind(open_page: OpenPage, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto("practice/nginx/")
    page.emulate_media(media="print")
    place: Callable[[str], list[float]] = lambda name: [  # noqa: E731
        box["y"] for one in page.locator(name).all() if (box := one.bounding_box())
    ]
    questions, answers = place(".question-list summary"), place(".question-answer")
    assert len(questions) == len(answers) > 10
    (head,) = place(".question-answers")
    assert questions == sorted(questions)
    assert answers == sorted(answers)
    assert questions[-1] < head < answers[0]
    if scripts:
        number = "e => getComputedStyle(e, '::before').content"
        assert page.locator(".question-list summary").first.evaluate(number) == 'counter(question) ". "'
        assert page.locator(".question-answer > :first-child").first.evaluate(number) == 'counter(answer) ". "'


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(scheme=scheme, phone=width < 700, viewport={"width": width, "height": 900})
    _open(page)
    _draw(page)
    page.locator(".practice-show button").click()
    page.locator(".practice-data summary").click()
    page.wait_for_timeout(400)  # the theme fades things in; half-faded text has no contrast
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_question_of_the_handbook_has_a_card(site_dir: Path) -> None:
    (table,) = (site_dir / "assets/practice").glob("questions.*.js")
    topics = json.loads(table.read_text(encoding="utf-8").removeprefix("practiceQuestions(").rstrip(")\n"))
    ids = [name for topic in topics.values() for kind in topic["hashes"].values() for name in kind]
    on_pages = [
        match
        for path in site_dir.glob("*/*/index.html")
        if path.parent.parent.name != "practice"
        for match in re.findall(r'<details class="question" id="(q-[a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    ]
    assert len(ids) == len(set(ids)) > 600
    assert set(on_pages) < set(ids)
    assert len(on_pages) > 350
