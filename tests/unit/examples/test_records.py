"""What is recorded of an example is read back exactly, and a broken record says where and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbook.examples.records import fingerprint, load_examples, load_settings, seal
from handbook.mistakes import MistakeError

SETTINGS = "title: 第三条连接被拒绝\nlab: pair\nsoftware: [iptables]\n"


def make_example(root: Path, name: str = "iptables/third-refused", **record: Any) -> Path:
    """Write a complete example below `root`; `record` overrides keys of record.json."""
    directory = root / name
    directory.mkdir(parents=True)
    (directory / "example.yml").write_text(SETTINGS, encoding="utf-8")
    (directory / "run.sh").write_text("on server true\n", encoding="utf-8")
    (directory / "expected.txt").write_text("server# true\n", encoding="utf-8")
    facts: dict[str, Any] = {
        "level": "run",
        "system": "Debian 12",
        "kernel": "6.1",
        "software": ["iptables 1.8.9"],
        "exit": 0,
    }
    facts |= {"inputs": fingerprint(directory)} | record
    text = json.dumps({"seal": seal(facts, "server# true\n"), **facts})
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


@pytest.mark.parametrize("file", ["expected.txt", "record.json"])
def test_a_record_or_output_that_was_edited_by_hand_is_refused(tmp_path: Path, file: str) -> None:
    path = make_example(tmp_path, date="2026-11-27") / file
    path.write_text(path.read_text(encoding="utf-8").replace("true", "false").replace("2026", "2031"), encoding="utf-8")
    with pytest.raises(MistakeError, match=r"record\.json:1: .*手工改过.*make update-expected"):
        load_examples(tmp_path)


def test_an_example_without_a_record_claims_nothing(tmp_path: Path) -> None:
    (make_example(tmp_path) / "record.json").unlink()
    example = load_examples(tmp_path)["iptables/third-refused"]
    assert example.level == "none"
    assert "make update-expected ONLY=iptables/third-refused" in example.reason


@pytest.mark.parametrize(("key", "level"), [("check_only", "check"), ("not_run", "none")])
def test_an_example_says_why_it_is_not_simply_executed(tmp_path: Path, key: str, level: str) -> None:
    directory = make_example(tmp_path)
    (directory / "example.yml").write_text(f"{SETTINGS}{key}: 内核没有启用 SELinux\n", encoding="utf-8")
    example = load_examples(tmp_path)["iptables/third-refused"]
    assert (example.level, example.reason) == (level, "内核没有启用 SELinux")


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
        (SETTINGS + "timeout: true\n", "timeout 不能是 True；写秒数"),
        (SETTINGS + "timeout: 0\n", "timeout 不能是 0；写秒数"),
        (SETTINGS + "files: iptables/x/rules.sh\n", "files 不能是"),
        (SETTINGS + "normalise: [{pattern: x}]\n", "normalise 不能是"),
        (SETTINGS + "root: 是\n", "root 不能是"),
        (SETTINGS + "not_run: 不行\n", "not_run 不能是 '不行'；写一句理由"),
        (SETTINGS + "systems: [debian-13]\n", "systems 不能是 .*；写成 {系统名: 理由}"),
        (SETTINGS + "systems: {debian-13: 短}\n", "systems 不能是"),
        (SETTINGS + "systems: {'../x': 一句够长的理由}\n", "systems 不能是"),
        (SETTINGS.replace("pair", "machine") + "systems: {debian-13: 一句够长的理由}\n", "去掉 systems"),
        (SETTINGS.replace("pair", "cluster"), "集群只在有 Kubernetes 的系统里；加上 systems"),
        (SETTINGS.replace("pair", "own-cluster"), "集群只在有 Kubernetes 的系统里"),
        (SETTINGS + "not_run: 内核没有启用 SELinux\ncheck_only: 只经过了检查程序\n", "只能写一个"),
    ],
)
def test_broken_settings_name_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "example.yml").write_text(text, encoding="utf-8")
    with pytest.raises(MistakeError, match=r"example\.yml:\d+: .*" + message):
        load_settings(tmp_path)


def test_a_broken_record_names_the_command_that_mends_it(tmp_path: Path) -> None:
    directory = make_example(tmp_path)
    for text in ("{", "{}"):
        (directory / "record.json").write_text(text, encoding="utf-8")
        with pytest.raises(MistakeError, match="make update-expected ONLY=iptables/third-refused"):
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
    with pytest.raises(MistakeError, match=r"example\.yml.*iptables/skeleton/rules\.v4 不存在"):
        fingerprint(directory)


def test_the_mistakes_of_all_examples_are_reported_at_once(tmp_path: Path) -> None:
    for name in ("iptables/one", "iptables/two"):
        (make_example(tmp_path, name) / "example.yml").write_text(
            "lab: pairs\nsoftware: [a]\nlabs: x\ntitle: 一\n", encoding="utf-8"
        )
    with pytest.raises(MistakeError) as caught:
        load_examples(tmp_path)
    found = [(mistake.file, mistake.line) for mistake in caught.value.mistakes]
    assert found == [(f"examples/iptables/{name}/example.yml", line) for name in ("one", "two") for line in (1, 3)]


def test_a_file_that_has_another_name_makes_the_record_stale(tmp_path: Path) -> None:
    directory = make_example(tmp_path)
    (directory / "run.sh").rename(directory / "runs.sh")
    assert load_examples(tmp_path)["iptables/third-refused"].stale


def test_a_record_of_another_level_is_stale(tmp_path: Path) -> None:
    make_example(tmp_path, level="check")
    assert load_examples(tmp_path)["iptables/third-refused"].stale


def test_a_fact_that_was_changed_by_hand_is_refused(tmp_path: Path) -> None:
    path = make_example(tmp_path) / "record.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Debian 12", "Debian 13"), encoding="utf-8")
    with pytest.raises(MistakeError, match="手工改过"):
        load_examples(tmp_path)


def test_a_seal_is_over_everything_but_itself_in_any_order() -> None:
    facts = {"level": "run", "system": "Debian 13"}
    assert seal(facts, "一") == seal({"system": "Debian 13", "seal": "x", "level": "run"}, "一")
    assert len({seal(facts, "一"), seal(facts, "二"), seal(facts | {"date": "2026-11-27"}, "一")}) == 3


def test_a_record_without_its_output_and_one_with_control_characters_are_refused(tmp_path: Path) -> None:
    directory = make_example(tmp_path, system="Debian\x1b[31m")
    with pytest.raises(MistakeError, match=r"record\.json:1: 有控制字符 U\+001B；运行 make update-expected"):
        load_examples(tmp_path)
    (directory / "record.json").unlink()
    make_example(tmp_path, "iptables/two")
    (tmp_path / "iptables/two/expected.txt").unlink()
    with pytest.raises(MistakeError, match=r"examples/iptables/two/expected\.txt:1: 没有输出；运行 make update"):
        load_examples(tmp_path)
