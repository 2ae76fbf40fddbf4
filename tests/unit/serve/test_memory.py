from __future__ import annotations

from handbook.serve.memory import Memory, key_of


def test_what_a_generation_did_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    made: list[str] = []

    def recall(key: str) -> None:
        memory.recall(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    recall("kept")
    recall("dropped")
    memory.end_generation()
    recall("kept")
    memory.end_generation()
    recall("kept")
    recall("dropped")
    assert made == ["kept", "dropped", "dropped"]


def test_the_generation_before_is_still_known() -> None:
    memory = Memory()
    memory.recall("page", lambda: "as it was")
    memory.end_generation()
    assert memory.recall("page", lambda: "anew") == "as it was"


def test_nothing_is_kept_of_none() -> None:
    memory = Memory()
    assert memory.recall("page", lambda: None) is None
    assert memory.recall("page", lambda: "made") == "made"


def test_keys_tell_parts_apart() -> None:
    assert key_of("a", "bc") != key_of("ab", "c")
    assert key_of({"a": 1}) == key_of({"a": 1})
