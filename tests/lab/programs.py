"""Builds the Go programs of a system from published modules, with a toolchain that comes with the lab.

A reader's cluster is made of the programs that Kubernetes publishes, and needs neither Go on the machine nor a registry.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from handbook.mistakes import MistakeError
from lab.declaration import ROOT, Fetched, Go, GoModule
from lab.failures import LabError
from lab.fetching import kept_copy
from lab.processes import ended
from lab.store import Store, remove

PROXY = "https://proxy.golang.org"
_MEMORY = 10**9  # bytes for each compiler: linking etcd takes 0.4 GB
_EVERY = 30  # seconds between two lines about one module
_NETWORK = r"dial tcp|no such host|i/o timeout|TLS handshake|connection refused|network is unreachable|unexpected EOF"
Say = Callable[[str], None]


def install(go: Go, store: Store, root: Path, log: Path, say: Say) -> None:
    """Put the programs of all modules into the system below `root`; those that are not kept are built now.

    What the compiler says is added to `log`.
    Raises MistakeError for a module that cannot be had or does not compile, LabError for what the machine lacks.
    """
    missing = [module for module in go.modules if not store.programs(module).is_dir()]
    if missing:
        toolchain = _prepare(go, store)
        say(f"编译 {'、'.join(module.name for module in missing)}：约 {_minutes(missing)} 分钟")
        for module in missing:
            _build(module, store, toolchain, log, say)
        remove(store.go)
    target = root / go.target.removeprefix("/")
    target.mkdir(parents=True, exist_ok=True)
    for module in go.modules:
        kept = store.programs(module)
        os.utime(kept)
        for program in kept.iterdir():
            os.link(program, target / program.name)
        for old in store.unused_programs(module, time.time()):
            remove(old)


def workers(processors: int, available: int) -> int:
    """Return how many compilers may run at once with `available` bytes of memory. Raises LabError when not even one."""
    if available < _MEMORY:
        raise LabError(
            f"内存不够编译：空着 {available / 10**9:.1f} GB，要 {_MEMORY / 10**9:.0f} GB；停掉别的程序，再运行一次"
        )
    return min(processors, available // _MEMORY)


def proxy(named: str) -> str:
    """Return the address of the first module proxy in a GOPROXY; else Go's own."""
    return next((part.rstrip("/") for part in re.split("[,|]", named) if part.startswith("https://")), PROXY)


def explain(log: str, module: GoModule) -> LabError | MistakeError:
    """Return the error that the output of a failed `go` means; one that is not known quotes its first error line."""
    if re.search(r"no space left on device", log):
        return LabError(f"{module.name} 没有编译成：磁盘满了；腾出 4 GB，或用 XDG_CACHE_HOME=目录 换一个地方")
    if re.search(r"signal: killed|cannot allocate memory|out of memory", log):
        return LabError(f"{module.name} 没有编译成：内存不够；停掉别的程序，再运行一次，编译过的不用再来")
    if match := re.search(r"(\S+@v\S+): .*?((?:403|404|410) [A-Z]\w+|checksum mismatch)", log):
        return module.place.mistake(f"取不到模块 {match[1].rstrip(':')}（{match[2]}）；换一个版本，再运行 go mod tidy")
    if match := re.search(_NETWORK, log):
        return LabError(f"{module.name} 没有编译成：连不上模块代理（{match[0]}）；检查网络，或用 GOPROXY=网址 换一个")
    lines = [line for line in log.splitlines() if line.strip() and not line.startswith(("#", "go: downloading"))]
    return module.place.mistake(f"编译失败：{(lines or ['没有输出'])[0]}；改正这个目录里的 go.mod，或这里的设置")


def _minutes(modules: list[GoModule]) -> int:
    return max(1, round(sum(module.minutes for module in modules) / (os.cpu_count() or 1)))


def _prepare(go: Go, store: Store) -> Path:
    """Return the folder of the toolchain, unpacked now unless it is there."""
    store.go.mkdir(parents=True, exist_ok=True)
    folder = store.go / f"toolchain-{go.version}"
    if folder.is_dir():
        return folder
    url = f"{proxy(os.environ.get('GOPROXY', ''))}/golang.org/toolchain/@v/{go.toolchain}.zip"
    unfinished = store.go / ".toolchain"
    if unfinished.exists():
        remove(unfinished)
    with zipfile.ZipFile(kept_copy(Fetched(url, go.sha256, "", go.place), store.fetched)) as archive:
        archive.extractall(unfinished)
    # A module's zip keeps no modes.
    inside = unfinished / f"golang.org/toolchain@{go.toolchain}"
    for program in (*inside.glob("bin/*"), *inside.glob("pkg/tool/*/*")):
        program.chmod(0o755)
    inside.rename(folder)
    remove(unfinished)
    return folder


def _build(module: GoModule, store: Store, toolchain: Path, log: Path, say: Say) -> None:
    folder = store.programs(module)
    unfinished = folder.with_name(f".{folder.name}")
    if unfinished.exists():
        remove(unfinished)
    unfinished.mkdir(parents=True)
    # A copy: the project's own files come and go while Git moves between branches.
    shutil.copytree(ROOT / module.folder, store.go / "work", dirs_exist_ok=True)
    say(f"{module.name}：取模块")
    packages = _run([str(toolchain / "bin/go"), "list", "-deps", "tool"], module, store, toolchain, log, lambda _: None)
    variables = " ".join(f"-X {name}={value}" for name, value in module.variables.items())
    progress = _Progress(module.name, len(packages), say)
    at_once = workers(os.cpu_count() or 1, _available())
    _run(
        [
            str(toolchain / "bin/go"), "build", "-v", f"-p={at_once}", "-trimpath", f"-tags={','.join(module.tags)}",
            f"-ldflags=-s -w {variables}", "-o", f"{unfinished}/", "tool",
        ],
        module, store, toolchain, log, progress.count,
    )  # fmt: skip
    for name, other in module.renamed.items():
        (unfinished / name).rename(unfinished / other)
    unfinished.rename(folder)


class _Progress:
    """Says how many packages have been compiled, now and then."""

    def __init__(self, name: str, total: int, say: Say) -> None:
        self._name, self._total, self._say = name, total, say
        self._done, self._said = 0, time.monotonic()
        say(f"{name}：编译 {total} 个包")

    def count(self, line: str) -> None:
        """Take one line of what the compiler says: the name of a package."""
        self._done += not line.startswith(("go: ", "#"))
        if time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            self._say(f"{self._name}：编译了 {self._done} 个，共 {self._total} 个包")


def _run(command: list[str], module: GoModule, store: Store, toolchain: Path, log: Path, said: Say) -> list[str]:
    """Run a `go` command in the module's folder and return the lines of its output, which go to the log too."""
    environment = {
        "PATH": f"{toolchain / 'bin'}:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(store.go), "GOROOT": str(toolchain),
        "GOENV": "off", "GOTOOLCHAIN": "local", "GOFLAGS": "-modcacherw", "GOWORK": "off", "CGO_ENABLED": "0",
        "GOMODCACHE": str(store.go / "modules"), "GOCACHE": str(store.go / "build"),
        **{key: os.environ[key] for key in ("GOPROXY", "HTTPS_PROXY", "https_proxy") if key in os.environ},
    }  # fmt: skip
    lines = []
    with log.open("a", buffering=1, encoding="utf-8") as file, ended(
        subprocess.Popen(
            ["setpriv", "--pdeathsig=KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", *command],
            cwd=store.go / "work", env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", start_new_session=True,
        )
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            file.write(line)
            lines.append(line)
            said(line)
    if process.returncode != 0:
        raise explain("".join(lines), module)
    return lines


def _available(meminfo: Path = Path("/proc/meminfo")) -> int:
    """Return how many bytes of memory programs may still take."""
    match = re.search(r"MemAvailable:\s+(\d+) kB", meminfo.read_text(encoding="utf-8"))
    return int(match[1]) * 1024 if match else _MEMORY
