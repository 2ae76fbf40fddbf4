"""Which examples may run in the reader's Linux, by what their example.yml says that they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from emulator.candidates import Candidate, candidate, names
from emulator.recipe import load
from handbook.mistakes import MistakeError


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Return a folder of examples: one for each case."""
    for name, text in {
        "iptables/plain": "title: 一\nlab: pair\nsoftware: [iptables, curl, python]\n",
        "shell/shared": "title: 二\nlab: none\nsoftware: [bash]\nfiles: [iptables/plain/run.sh]\n",
        "linux/machine": "title: 三\nlab: machine\nsoftware: [bash]\n",
        "linux/apt": "title: 四\nlab: none\nsoftware: [bash, apt]\n",
        "network/scapy": "title: 五\nlab: pair\nsoftware: [scapy]\n",
        "network/idle": "title: 六\nlab: none\nsoftware: [bash]\nnot_run: 要两台真的交换机，这里没有\n",
        "mysql/other": "title: 七\nlab: none\nsoftware: [bash]\n",
    }.items():
        folder = tmp_path / "examples" / name
        folder.mkdir(parents=True)
        (folder / "example.yml").write_text(text, encoding="utf-8")
        (folder / "run.sh").write_text("on local true\n", encoding="utf-8")
    return tmp_path / "examples"


def test_only_four_topics_are_asked(examples: Path) -> None:
    assert "mysql/other" not in names(examples)
    assert len(names(examples)) == 6


def test_an_example_names_its_packs_and_the_files_of_others(examples: Path) -> None:
    found = candidate("iptables/plain", examples, load())
    assert isinstance(found, Candidate)
    assert found.packs == ("python", "web")
    shared = candidate("shell/shared", examples, load())
    assert isinstance(shared, Candidate)
    assert [path.name for path in shared.files] == ["run.sh"]
    assert shared.packs == ()


def test_the_others_have_a_reason(examples: Path) -> None:
    recipe = load()
    assert candidate("linux/machine", examples, recipe) == "要启动一台机器"
    assert candidate("linux/apt", examples, recipe) == "这里没有 apt"
    assert candidate("network/scapy", examples, recipe) == "这里没有 scapy"
    assert candidate("network/idle", examples, recipe) == "这个示例没有执行"


def test_an_example_with_mistakes_is_told(examples: Path) -> None:
    (examples / "iptables/plain/example.yml").write_text("title: 一\n", encoding="utf-8")
    with pytest.raises(MistakeError):
        candidate("iptables/plain", examples, load())
