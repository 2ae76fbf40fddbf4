"""A query that names a code leads to it first: by a log line, by its name, or by its number beside the program's name."""

from __future__ import annotations

import pytest

from handbook.search.build import CodeList, build_files
from support.search_engine import SCRIPTS, ask, page

BOOK = [
    page("curl/", {"id": "code-56", "heading": "56 CURLE_RECV_ERROR"}, {"id": "code-6", "heading": "6 CURLE_HOST"}),
    page("haproxy/", {"id": "sd", "heading": "sD"}, {"id": "server-sd", "heading": "SD"}),
    page(
        "systemd/",
        {"id": "code-203", "heading": "203 EXEC"},
        {"id": "code-1", "heading": "1 FAILURE"},
        {"id": "late", "heading": "watchdog"},
    ),
    page("alerts/", {"id": "watchdog", "heading": "Watchdog"}),
    page("errno/", {"id": "enospc", "heading": "28 ENOSPC"}, {"id": "enoent", "heading": "2 ENOENT"}),
    page("exit/", {"id": "abrt", "heading": "134 SIGABRT"}, {"id": "failure", "heading": "6 FAILURE"}),
    page("dns/", {"id": "noname", "heading": "-2 EAI_NONAME"}, {"id": "servfail", "heading": "2 SERVFAIL"}),
    page(
        "other/",
        *[
            {
                "text": "curl 56 haproxy sD exit 203 exec ENOSPC 退出码 recv failure reset " * 9,
                "heading": "curl 56 退出码",
            }
        ]
        * 3,
    ),
]
CODES = [
    CodeList(
        "curl/",
        ("curl",),
        ("curl: ({number})",),
        True,
        (("code-56", "56", "CURLE_RECV_ERROR"), ("code-6", "6", "CURLE_HOST")),
    ),
    CodeList("haproxy/", ("haproxy",), (" {name}--",), False, (("sd", "", "sD"), ("server-sd", "", "SD"))),
    CodeList(
        "systemd/",
        ("systemd", "退出码"),
        ("status={number}/{name}",),
        False,
        (("code-203", "203", "EXEC"), ("code-1", "1", "FAILURE"), ("late", "", "watchdog"), ("gone", "9", "GONE")),
    ),
    CodeList("alerts/", ("alert",), (), True, (("watchdog", "", "Watchdog"),)),
    CodeList(
        "errno/", ("errno",), ("[Errno {number}]",), True, (("enospc", "28", "ENOSPC"), ("enoent", "2", "ENOENT"))
    ),
    CodeList(
        "exit/",
        ("signal",),
        (),
        False,
        (("abrt", "134", "SIGABRT", "status=6/ABRT", "signal 6"), ("failure", "6", "FAILURE")),
    ),
    CodeList(
        "dns/",
        ("dns",),
        ("[Errno {number}] Name or service",),
        True,
        (("noname", "-2", "EAI_NONAME"), ("servfail", "2", "SERVFAIL")),
    ),
]


@pytest.mark.parametrize(
    ("typed", "address", "section"),
    [
        ("curl 56", "curl/", "code-56"),
        ("56 curl", "curl/", "code-56"),
        ("curl 报错 56 怎么办", "curl/", "code-56"),
        ("curl: (6) Recv failure: Connection reset, 56 bytes, exit 203", "curl/", "code-6"),
        ("curle_recv_error", "curl/", "code-56"),
        ("Watchdog", "alerts/", "watchdog"),
        ("watchdog systemd", "systemd/", "late"),
        ("alert watchdog", "alerts/", "watchdog"),
        ("sD haproxy", "haproxy/", "sd"),
        ("haproxy SD", "haproxy/", "server-sd"),
        ("haproxy[7]: 10.9.0.2:4242 fe be/s1 0/0/0/0/2002 200 51 - - sD-- 1/1/0/0/0 0/0", "haproxy/", "sd"),
        ("退出码 203", "systemd/", "code-203"),
        ("退出码２０３", "systemd/", "code-203"),
        (
            "x.service: Main process exited, code=exited, status=203/EXEC and a long line with curl 56",
            "systemd/",
            "code-203",
        ),
        ("x.service: Main process exited, code=killed, status=6/ABRT", "exit/", "abrt"),
        ("status=6/ABRT", "exit/", "abrt"),
        ("worker process 42 exited on signal 6 (core dumped)", "exit/", "abrt"),
        ("systemd exec", "systemd/", "code-203"),
        ("ENOSPC", "errno/", "enospc"),
        ("write failed on /srv/data with enospc after a very long time in this one line", "errno/", "enospc"),
        ("errno 28", "errno/", "enospc"),
        ("[Errno 2] No such file or directory", "errno/", "enoent"),
        ("socket.gaierror: [Errno -2] Name or service not known", "dns/", "noname"),
    ],
)
def test_the_code_comes_first(typed: str, address: str, section: str) -> None:
    answer = ask(BOOK, typed, codes=CODES)
    assert answer["pages"][0]["url"] == address
    assert answer["pages"][0]["sections"][0]["id"] == section
    assert answer["pages"][0]["sections"][0]["isAnswer"]


@pytest.mark.parametrize(
    "typed",
    ["56", "exec", "sD", "curl 560", "curl_56", "退出码", "systemd 9", "eno curl", "status=6/ABRTX", "status=16/ABRT"],
)
def test_what_names_no_code_is_a_search_like_any_other(typed: str) -> None:
    plain, with_codes = ask(BOOK, typed), ask(BOOK, typed, codes=CODES)
    assert with_codes["pages"] == plain["pages"]


def test_a_site_without_codes_has_no_file_of_them() -> None:
    assert not [name for name in build_files(BOOK, {}, [], SCRIPTS) if name.endswith("/codes.js")]
    assert [name for name in build_files(BOOK, {}, [], SCRIPTS, CODES) if name.endswith("/codes.js")]
