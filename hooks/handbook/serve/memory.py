"""What earlier builds of one `make serve` made of each page, found again by a hash of all that it was made from. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Memory:
    """Values by key. A build that succeeds ends a generation: what it did not ask for is forgotten.

    It outlives builds, as nothing else in the hooks does. That is safe because a key names everything that its value
    was made from, and hooks themselves cannot change while it lives (their process starts anew).
    """

    def __init__(self) -> None:
        self._before: dict[str, Any] = {}
        self._now: dict[str, Any] = {}
        self.latest: dict[str, bytes] = {}  # by page: its last rendering, which may be out of date

    def recall(self, key: str, make: Callable[[], T | None]) -> T | None:
        """Return the value of a key, made first when it is not known. ``make`` returns None for what is not to be kept."""
        value = self._now.get(key) or self._before.get(key) or make()
        if value is not None:
            self._now[key] = value
        return cast("T | None", value)

    def end_generation(self) -> None:
        """Forget what was not asked for since the last generation ended."""
        self._before, self._now = self._now, {}


def key_of(*parts: object) -> str:
    """Return a hash of the parts, by their ``repr``; parts with an address in it differ with every build."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()
