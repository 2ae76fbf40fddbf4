"""等清单里的告警全都触发或恢复，再说用了多久：watch.py firing|resolved 时刻的文件 < 清单。

清单一行一条：名字，最多几秒。打印的是清单里的上限，不是量到的数：量到的每次不同，超过上限就算失败。
"""

import json
import sys
import time
from pathlib import Path

SEEN = Path("seen.jsonl")


def first_firing(since: float) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, _, status, when in told():
        if status == "firing" and when >= since:
            found.setdefault(name, when - since)
    return found


def resolved(since: float) -> dict[str, float]:
    """名字相同的几条要都恢复，才算恢复；负数是在这之前就恢复了。"""
    state = {(name, print_): (status, when) for name, print_, status, when in told()}
    found: dict[str, float] = {}
    for name in {name for name, _ in state}:
        own = [value for (other, _), value in state.items() if other == name]
        if all(status == "resolved" for status, _ in own):
            found[name] = max(when for _, when in own) - since
    return found


def told() -> list:
    return [json.loads(line) for line in SEEN.read_text(encoding="utf-8").splitlines()] if SEEN.exists() else []


what, since = sys.argv[1], Path(sys.argv[2]).stat().st_mtime
limits = {name: float(limit) for name, limit in (line.split()[:2] for line in sys.stdin if line.strip())}
find = {"firing": first_firing, "resolved": resolved}[what]
deadline = time.time() + max(limits.values())
while not all(find(since).get(name, -1) >= 0 for name in limits) and time.time() < deadline:
    time.sleep(0.5)
found = find(since)
failed = False
word = {"firing": "触发", "resolved": "恢复"}[what]
for name, limit in limits.items():
    failed = failed or not 0 <= found.get(name, -1) <= limit
    if name not in found:
        print(f"{name} 没有{word}")
    elif found[name] < 0:
        print(f"{name} 早就{word}了")
    elif found[name] > limit:
        print(f"{name} {found[name]:.0f} 秒才{word}")
    else:
        print(f"{name} {limit:.0f} 秒内{word}")
sys.exit(failed)
