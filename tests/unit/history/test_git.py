"""git's history is read in a repository that the test makes; where there is none, a sentence says why."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from handbook.history.git import FileChange, NoHistoryError, read_changes, read_contents
from unit.history.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return an empty repository."""
    return Repository(tmp_path / "repository")


def test_changes_come_newest_first_with_the_files_as_they_were(repository: Repository) -> None:
    repository.commit(
        100, {"docs/a.md": "一\n", "docs/in/b.md": "二\n", "docs/a.css": "x", "data/corrections.yml": "[]\n"}
    )
    repository.commit(200, {"docs/a.md": "三\n"})
    repository.commit(300, {"docs/in/b.md": None})
    changes = read_changes(repository.root)
    texts = read_contents(repository.root, [name for change in changes for name in (change.before, change.after)])
    told = [(c.when, c.path, texts.get(c.before), texts.get(c.after)) for c in changes]
    assert told[:2] == [(300, "docs/in/b.md", "二\n", None), (200, "docs/a.md", "一\n", "三\n")]
    assert sorted(told[2:], key=lambda one: one[1]) == [
        (100, "data/corrections.yml", None, "[]\n"),
        (100, "docs/a.md", None, "一\n"),
        (100, "docs/in/b.md", None, "二\n"),
    ]


def test_a_rename_is_told(repository: Repository) -> None:
    text = "".join(f"第 {number} 行\n" for number in range(50))
    repository.commit(100, {"docs/old name.md": text})
    repository.commit(200, {"docs/old name.md": None, "docs/新.md": text + "又一行\n"})
    change = read_changes(repository.root)[0]
    assert (change.path, change.old_path) == ("docs/新.md", "docs/old name.md")
    assert change.before != change.after


def test_a_merge_counts_when_it_was_made(repository: Repository) -> None:
    repository.commit(100, {"docs/a.md": "一\n"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit(150, {"docs/b.md": "二\n"})
    repository.git("checkout", "-q", "main")
    repository.commit(200, {"docs/c.md": "三\n"})
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side", when=300)
    assert [(c.when, c.path) for c in read_changes(repository.root)][:2] == [(300, "docs/b.md"), (200, "docs/c.md")]


def test_a_project_in_a_folder_of_a_repository_has_its_own_paths(repository: Repository) -> None:
    repository.commit(100, {"book/docs/a.md": "一\n", "docs/b.md": "二\n"})
    assert [change.path for change in read_changes(repository.root / "book")] == ["docs/a.md"]


def test_settings_of_the_user_change_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(100, {"docs/页.md": "一\n"})
    plain = read_changes(repository.root)
    settings = {"color.ui": "always", "core.quotePath": "true", "diff.renames": "false", "log.date": "relative"}
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for number, (key, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert read_changes(repository.root) == plain == [FileChange(100, "docs/页.md", "docs/页.md", "", plain[0].after)]


def test_a_shallow_clone_has_no_history(repository: Repository, tmp_path: Path) -> None:
    for when in (100, 200):
        repository.commit(when, {"docs/a.md": f"{when}\n"})
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repository.root}", str(shallow)], check=True)
    with pytest.raises(NoHistoryError, match="浅克隆"):
        read_changes(shallow)


def test_a_clone_without_all_its_files_fetches_none(repository: Repository, tmp_path: Path) -> None:
    repository.commit(100, {"docs/a.md": "一\n"})
    repository.commit(200, {"docs/a.md": "二\n"})
    repository.git("config", "uploadpack.allowFilter", "true")
    partial = tmp_path / "partial"
    source = f"file://{repository.root}"
    subprocess.run(["git", "clone", "-q", "--filter=blob:none", source, str(partial)], check=True)
    old = read_changes(repository.root)[0].before
    with pytest.raises(NoHistoryError):
        read_contents(partial, [old])


def test_a_folder_without_a_repository_has_no_history(tmp_path: Path) -> None:
    with pytest.raises(NoHistoryError, match="不在 git 仓库里"):
        read_changes(tmp_path)


def test_a_repository_without_commits_has_no_history(repository: Repository) -> None:
    with pytest.raises(NoHistoryError, match="还没有历史"):
        read_changes(repository.root)


def test_a_machine_without_git_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(NoHistoryError, match="没有 git"):
        read_changes(tmp_path)


def test_nothing_is_asked_for_nothing(tmp_path: Path) -> None:
    assert read_contents(tmp_path, ["", ""]) == {}
