"""`make test-boot`: every example that starts a virtual machine does what its page shows."""

from __future__ import annotations

import pytest

from boot.run import run_in_machine
from harness.recorded import assert_recorded
from harness.runner import EXAMPLES, machine_names
from support.require import require


@pytest.mark.parametrize("name", machine_names())
def test_example_does_what_the_page_shows(name: str) -> None:
    require("qemu-system-x86_64", "grub-mkrescue", "xorriso", "mformat")
    assert_recorded(name, run_in_machine(EXAMPLES / name), "")
