"""The prompts at which a virtual machine's console waits for a command, and nothing else, end a command's output."""

from __future__ import annotations

import pytest

from boot.machine import PROMPT


@pytest.mark.parametrize(
    ("printed", "prompt"),
    [
        ("1\r\nbash-5.2# ", "bash-5.2# "),
        ("\x1b[?2004hroot@(none):/# ", "root@(none):/# "),
        ("\r\nswitch_root:/# ", "switch_root:/# "),
        ("sh-5.2# ", "sh-5.2# "),
        ("\x1b[?2004l\r# ", "# "),
        ("Last login: …\r\nroot@vm:~# ", "root@vm:~# "),
    ],
)
def test_a_prompt_is_seen(printed: str, prompt: str) -> None:
    found = PROMPT.search(printed)
    assert found is not None
    assert found[1] == prompt


@pytest.mark.parametrize("printed", ["vm login: ", "Password: ", "\r\n#1 SMP ", "a # b", "root@vm:~# passwd", "x# "])
def test_other_text_is_no_prompt(printed: str) -> None:
    assert PROMPT.search(printed) is None
