"""Runs examples by name: `python tests/harness/cli.py run topic/name ...` compares, `update [topic/name ...]` writes down.

`run --system debian-13 [topic/name ...]` runs them, or all, in a system of the lab; `systems` prints those that the
examples need. An editor sees in seconds what an example does and how that differs from what the page shows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from boot.run import run_in_machine  # noqa: E402
from handbook.examples.records import CLUSTERS, load_settings  # noqa: E402
from handbook.mistakes import MistakeError  # noqa: E402
from harness.recorded import changed_output, difference  # noqa: E402
from harness.runner import (  # noqa: E402
    EXAMPLES,
    Outcome,
    executable_names,
    machine_names,
    needed_systems,
    run_everywhere,
    run_example,
    write_record,
)
from harness.survey import report, summary, survey  # noqa: E402
from lab.bounds import why_unbounded  # noqa: E402
from lab.failures import LabError  # noqa: E402
from lab.system import System, find  # noqa: E402


def main(arguments: list[str]) -> int:
    """Run or update the named examples; return 1 if one failed, 2 for arguments that make no sense.

    `update` without a name takes all but those that start a virtual machine; one that fails keeps its old record.
    """
    command, names = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "systems" and not names:
        print(*needed_systems())
        return 0
    if names[:1] == ["--system"]:
        return _run_in_system(command, names[1:])
    known = [*executable_names(), *machine_names()]
    if command not in ("run", "update") or (command == "run" and not names):
        print("用法：make example ONLY=专题/目录名，或 make update-expected [ONLY=专题/目录名]", file=sys.stderr)
        return 2
    if _unknown(names, known):
        return 2
    _say_unbounded()
    try:
        return max([_run(name) if command == "run" else _update(name) for name in names or executable_names()])
    except (LabError, MistakeError) as error:
        print(f"✘ {error}", file=sys.stderr)
        return 2


def _say_unbounded() -> None:
    if reason := why_unbounded():
        print(reason, file=sys.stderr)


def _unknown(names: list[str], known: list[str]) -> bool:
    """Tell whether one of the names is not known, and say so."""
    unknown = [name for name in names if name not in known]
    if unknown:
        remedy = "要写成 专题/目录名；example.yml 里写着 not_run 的不执行"
        print(f"没有这个示例：{'、'.join(unknown)}（{remedy}）", file=sys.stderr)
    return bool(unknown)


def _run_in_system(command: str, arguments: list[str]) -> int:
    """Run examples, or all, inside a system of the lab: 1 if one failed, 0 also when it prints another output."""
    if command != "run" or not arguments:
        print("用法：make example SYSTEM=debian-13 [ONLY=专题/目录名]", file=sys.stderr)
        return 2
    if _unknown(arguments[1:], executable_names()):
        return 2
    _say_unbounded()
    try:
        system = find(arguments[0])
        if not arguments[1:]:
            return _survey(system)
        return max([_compare(name, system) for name in arguments[1:]])
    except (LabError, MistakeError) as error:
        print(f"✘ {error}", file=sys.stderr)
        return 2


def _survey(system: System) -> int:
    """Run all examples in a system, like the tests one more at a time than there are cores; write down what differs.

    Those that need a cluster are left out, as most systems have none; `make test-cluster` runs them.
    """
    names = [name for name in executable_names() if load_settings(EXAMPLES / name)["lab"] not in CLUSTERS]
    file = TESTS.parent / "build" / "lab" / f"{system.name}.txt"
    findings = survey(
        names,
        lambda name: run_example(EXAMPLES / name, system),
        lambda name, outcome: changed_output(name, outcome, system.name),
        lambda text: print(text, flush=True),
        workers=(os.cpu_count() or 1) + 1,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(report(findings), encoding="utf-8")
    print(f"{system.line}：{summary(findings)}；差别在 {file.relative_to(TESTS.parent)}")
    return int(any(finding.outcome.exit_status for finding in findings))


def _compare(name: str, system: System) -> int:
    outcome = run_example(EXAMPLES / name, system)
    print(outcome.transcript, end="")
    if outcome.exit_status != 0:
        print(f"✘ {name}：在 {system.line} 上退出码 {outcome.exit_status}", file=sys.stderr)
        return 1
    if changed := changed_output(name, outcome, system.name):
        print(f"✔ {name}：在 {system.line} 上断言都成立，输出与记录不同：\n{changed}")
    else:
        print(f"✔ {name}：在 {system.line} 上断言都成立，输出与记录相同")
    return 0


def _runs(name: str) -> list[tuple[str, Outcome]]:
    if name in machine_names():
        return [("", run_in_machine(EXAMPLES / name))]
    return run_everywhere(EXAMPLES / name)


def _run(name: str) -> int:
    runs = _runs(name)
    for system, outcome in runs:
        print(f"{f'== {system}{chr(10)}' if len(runs) > 1 else ''}{outcome.transcript}", end="")
        if outcome.exit_status != 0:
            print(f"✘ {name}：退出码 {outcome.exit_status}", file=sys.stderr)
            return 1
        if problem := difference(name, outcome, system):
            print(f"✘ {problem}", file=sys.stderr)
            return 1
    print(f"✔ {name}：断言都成立，输出与记录相同")
    return 0


def _update(name: str) -> int:
    runs = _runs(name)
    if failed := [(system, outcome) for system, outcome in runs if outcome.exit_status != 0]:
        system, outcome = failed[0]
        where = f"{system}，" if system else ""
        print(f"✘ {name}（{where}退出码 {outcome.exit_status}，记录没有改动）\n{outcome.transcript}", file=sys.stderr)
        return 1
    write_record(EXAMPLES / name, runs)
    differs = [system for system, outcome in runs[1:] if outcome.transcript != runs[0][1].transcript]
    print(f"✔ {name}{f'（{chr(12289).join(differs)} 的输出不同）' if differs else ''}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
