"""What is recorded of an example is read back exactly, and a broken record says where and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from example_records import ExampleError, fingerprint, load_examples, load_exceptions, load_settings
from yaml_lines import YamlError

SETTINGS = "title: 第三条连接被拒绝\nlab: pair\nsoftware: [iptables]\n"


def make_example(root: Path, name: str = "iptables/third-refused", **record: Any) -> Path:
    """Write a complete example below `root`; `record` overrides keys of record.json."""
    directory = root / name
    directory.mkdir(parents=True)
    (directory / "example.yml").write_text(SETTINGS, encoding="utf-8")
    (directory / "run.sh").write_text("on server true\n", encoding="utf-8")
    (directory / "expected.txt").write_text("server# true\n", encoding="utf-8")
    facts = {"level": "run", "system": "Debian 12", "kernel": "6.1", "software": ["iptables 1.8.9"], "exit": 0}
    text = json.dumps(facts | {"inputs": fingerprint(directory)} | record)
    (directory / "record.json").write_text(text, encoding="utf-8")
    return directory


def test_a_recorded_example_is_read_back(tmp_path: Path) -> None:
    make_example(tmp_path)
    example = load_examples(tmp_path)["iptables/third-refused"]
    assert (example.level, example.system, example.software) == ("run", "Debian 12", ("iptables 1.8.9",))
    assert example.anchor == "iptables--third-refused"
    assert example.transcript == "server# true\n"
    assert not example.stale
    assert example.date == ""


def test_a_machine_s_record_has_the_day_of_the_run(tmp_path: Path) -> None:
    make_example(tmp_path, date="2026-11-27")
    assert load_examples(tmp_path)["iptables/third-refused"].date == "2026-11-27"


@pytest.mark.parametrize("changed", ["run.sh", "example.yml", "rules.sh"])
def test_a_changed_file_makes_the_record_stale(tmp_path: Path, changed: str) -> None:
    directory = make_example(tmp_path)
    text = SETTINGS + "timeout: 9\n" if changed == "example.yml" else "on server false\n"
    (directory / changed).write_text(text, encoding="utf-8")
    assert load_examples(tmp_path)["iptables/third-refused"].stale


def test_a_new_output_does_not_make_the_record_stale(tmp_path: Path) -> None:
    directory = make_example(tmp_path)
    (directory / "expected.txt").write_text("other\n", encoding="utf-8")
    assert not load_examples(tmp_path)["iptables/third-refused"].stale


def test_an_example_without_a_record_claims_nothing(tmp_path: Path) -> None:
    (make_example(tmp_path) / "record.json").unlink()
    example = load_examples(tmp_path)["iptables/third-refused"]
    assert example.level == "none"
    assert "make update-expected ONLY=iptables/third-refused" in example.reason


def test_an_exception_has_level_and_reason(tmp_path: Path) -> None:
    make_example(tmp_path)
    exceptions = "iptables/third-refused: {level: 未执行, reason: 内核没有 SELinux}\n"
    (tmp_path / "exceptions.yml").write_text(exceptions, encoding="utf-8")
    example = load_examples(tmp_path)["iptables/third-refused"]
    assert (example.level, example.reason, example.transcript) == ("none", "内核没有 SELinux", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("iptables/third-refused: {level: 也许, reason: 不知道}", "level"),
        ("iptables/third-refused: {level: 未执行}", "reason"),
        ("iptables/missing: {level: 未执行, reason: 内核没有 SELinux}", "不存在"),
        ("a: [", "YAML"),
        ("- iptables/third-refused\n", "去掉行首的 -"),
    ],
)
def test_a_broken_exception_names_file_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    make_example(tmp_path)
    (tmp_path / "exceptions.yml").write_text(text, encoding="utf-8")
    with pytest.raises(YamlError, match=r"examples/exceptions\.yml:\d+: .*" + message):
        load_exceptions(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: 一\nlab: pair\n", "software"),
        (SETTINGS + "labs: pair\n", "labs"),
        ("只有一句话\n", "映射"),
        ("title: [\n", "YAML"),
        (SETTINGS.replace("lab: pair", "lab: pairs"), "lab 不能是 'pairs'；none、pair"),
        ("title: 一\nlab: pair\nsoftware: iptables\n", "software 不能是 'iptables'；写成列表"),
        (SETTINGS + "timeout: 一分钟\n", "timeout 不能是 '一分钟'；写秒数"),
        (SETTINGS + "files: iptables/x/rules.sh\n", "files 不能是"),
        (SETTINGS + "normalise: [{pattern: x}]\n", "normalise 不能是"),
        (SETTINGS + "root: 是\n", "root 不能是"),
    ],
)
def test_broken_settings_name_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "example.yml").write_text(text, encoding="utf-8")
    with pytest.raises(YamlError, match=r"example\.yml:\d+: .*" + message):
        load_settings(tmp_path)


def test_a_broken_record_names_the_command_that_mends_it(tmp_path: Path) -> None:
    directory = make_example(tmp_path)
    for text in ("{", "{}"):
        (directory / "record.json").write_text(text, encoding="utf-8")
        with pytest.raises(ExampleError, match="make update-expected ONLY=iptables/third-refused"):
            load_examples(tmp_path)


def test_a_change_to_a_shared_file_makes_the_record_stale(tmp_path: Path) -> None:
    shared = make_example(tmp_path, "iptables/skeleton") / "rules.v4"
    shared.write_text("*filter\n", encoding="utf-8")
    directory = make_example(tmp_path)
    (directory / "example.yml").write_text(SETTINGS + "files: [iptables/skeleton/rules.v4]\n", encoding="utf-8")
    before = fingerprint(directory)
    shared.write_text("*nat\n", encoding="utf-8")
    assert fingerprint(directory) != before
    shared.unlink()
    with pytest.raises(ExampleError, match=r"example\.yml.*iptables/skeleton/rules\.v4 不存在"):
        fingerprint(directory)
