"""`python -m lab.cli build [name ...]` makes the lab's systems that are missing, `clean` removes all: `make lab`, `make clean-lab`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from handbook.mistakes import MistakeError  # noqa: E402
from lab.build import make, size_of  # noqa: E402
from lab.declaration import load, names  # noqa: E402
from lab.failures import LabError  # noqa: E402
from lab.store import Store, cache_folder, remove  # noqa: E402

_AS_ROOT = ["unshare", "--map-root-user", "--map-auto"]


def main(arguments: list[str]) -> int:
    """Build or clean; return 1 when something went wrong, 2 for arguments that make no sense."""
    command, wanted = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("build", "clean"):
        print("用法：make lab [ONLY=系统名]，或 make clean-lab", file=sys.stderr)
        return 2
    if unknown := [name for name in wanted if name not in names()]:
        print(f"没有这个系统：{'、'.join(unknown)}（lab/ 下有 {'、'.join(names())}）", file=sys.stderr)
        return 2
    try:
        _become_root()
        store = Store(cache_folder())
        with store.locked():
            return _build(wanted or names(), store) if command == "build" else _clean(store)
    except (LabError, MistakeError) as error:
        print(f"✘ {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("✘ 中断了；没有做完的已经删掉，下载的软件包还在", file=sys.stderr)
        return 1


def _build(wanted: list[str], store: Store) -> int:
    declarations = [load(name) for name in wanted]
    failed = 0
    for declaration in declarations:
        if (folder := store.system(declaration)).is_dir():
            print(f"✔ {declaration.name}：已经有了，{size_of(folder) / 10**9:.2f} GB")
            continue
        print(f"{declaration.name}：开始做 {declaration.title}", flush=True)
        try:
            make(declaration, store, lambda text: print(f"  {text}", flush=True))
            print(f"✔ {declaration.name}")
        except (LabError, MistakeError) as error:
            print(f"✘ {error}", file=sys.stderr)
            if store.log(declaration).exists():
                print(f"  全部输出在 {store.log(declaration)}", file=sys.stderr)
            failed = 1
    return failed


def _clean(store: Store) -> int:
    size = size_of(store.folder)
    remove(store.folder)
    print(f"删掉了 {store.folder}，{size / 10**9:.2f} GB")
    return 0


def _become_root() -> None:
    """Start again as root of a user namespace unless this is root: a system has files of many users."""
    if os.geteuid() == 0:
        return
    if shutil.which("newuidmap") is None:
        raise LabError("没有 root，也没有 newuidmap；安装 uidmap（Fedora 叫 shadow-utils），或用 sudo make lab")
    done = subprocess.run([*_AS_ROOT, "true"], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        os.execvp("unshare", [*_AS_ROOT, sys.executable, *sys.argv])  # noqa: S606 - no shell is wanted
    if "subuid" in done.stderr or "subgid" in done.stderr or "newuidmap" in done.stderr or "newgidmap" in done.stderr:
        raise LabError(
            "你的用户没有从属 ID，不能做系统；运行 sudo usermod --add-subuids 100000-165535 --add-subgids "
            "100000-165535 $USER，或用 sudo make lab"
        )
    if "unrecognized option" in done.stderr:
        raise LabError("unshare 没有 --map-auto；换成 util-linux 2.38 或更新的，或用 sudo make lab")
    raise LabError(
        f"内核不允许普通用户建命名空间（{done.stderr.strip()}）；见 sysctl kernel.unprivileged_userns_clone 和 AppArmor 的限制，"
        "或用 sudo make lab"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
