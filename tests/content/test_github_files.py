"""The files in .github are well-formed, and a fork publishes without editing them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = [path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
FIELDS = {"input", "textarea", "checkboxes", "dropdown", "markdown"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_actions_by_commit_and_run_make(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # YAML 1.1 reads the key `on` as true.
    workflow = yaml.safe_load(text)
    assert set(workflow) >= {"name", True, "permissions", "jobs"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert any(step.get("run", "").startswith(("make ", ".ci/run")) for step in steps)
    # A tag can be moved to other code, a commit cannot; the version behind it is for the people who update it.
    actions = re.findall(r"uses: (.*)", text)
    assert len(actions) == sum("uses" in step for step in steps) > 0
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in actions), actions
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_checkout_has_the_whole_history(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    checkouts = [s for job in jobs.values() for s in job.get("steps", []) if "actions/checkout@" in s.get("uses", "")]
    assert checkouts
    assert [step["with"]["fetch-depth"] for step in checkouts] == [0] * len(checkouts)


def test_the_workflows_are_check_and_publish() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


def test_an_editor_s_check_is_the_first_job_and_publishing_waits_for_all_of_them() -> None:
    check, publish = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in WORKFLOWS)
    first, *others = check["jobs"].items()
    assert "make check" in [step.get("run") for step in first[1]["steps"]]
    assert others
    assert all(job["needs"] == first[0] for _, job in others)
    assert "push" not in publish[True]
    assert publish[True]["workflow_run"] == {
        "workflows": [check["name"]],
        "types": ["completed"],
        "branches": ["main"],
    }
    build = publish["jobs"]["build"]
    assert "workflow_run.event == 'push' && github.event.workflow_run.conclusion == 'success'" in build["if"]
    # What was tested is published, not what main has become since.
    assert build["steps"][0]["with"]["ref"] == "${{ github.event.workflow_run.head_sha || github.sha }}"


def test_publishing_takes_both_addresses_from_the_repository_that_runs_it_and_links_its_archive() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))["jobs"]
    build = next(step for step in jobs["build"]["steps"] if "make offline" in step.get("run", ""))
    assert build["env"] == {
        "OFFLINE": "yunwei-dazhao.zip",
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f"!ENV [{name}," in config for name in build["env"])
    assert f"build/{build['env']['OFFLINE']}" in build["run"]
    assert f"build/{build['env']['OFFLINE']}" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_issue_forms_have_what_github_requires(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    assert all(field["type"] in FIELDS and field["attributes"]["label"] for field in form["body"])
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_contributing_points_to_files_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
