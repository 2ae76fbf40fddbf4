"""`make test-boot`: every example that starts a virtual machine does what its page shows."""

from __future__ import annotations

import pytest

from boot.run import run_in_machine
from harness.recorded import assert_recorded
from harness.runner import EXAMPLES, machine_names
from require import require


@pytest.mark.parametrize("name", machine_names())
def test_example_does_what_the_page_shows(name: str) -> None:
    require("qemu-system-x86_64", "grub-mkrescue", "xorriso", "mformat")
    outcome = run_in_machine(EXAMPLES / name)
    assert outcome.exit_status == 0, f"examples/{name}/run.py：\n{outcome.transcript}"
    assert_recorded(name, outcome)
