"""Write a Chinese handbook of any size out of random words from the lists below: same seed, same text."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import product
from pathlib import Path

MODIFIERS = "主用 备用 前置 后端 边缘 核心 静态 动态 本地 远端 临时 共享 只读 异步 加密 分片 冷备 热备 虚拟 旁路 级联 隔离 灰度 聚合".split()  # noqa: SIM905
THINGS = "网关 队列 节点 缓存 隧道 镜像 索引 日志 网卡 快照 令牌 通道 副本 探针 存储池 调度器 转发表 地址段 计数器 时间片".split()  # noqa: SIM905
LATIN = "Relay Broker Agent Ledger Shard Beacon Mesh Vault Probe Drain".split()  # noqa: SIM905
ACTORS = "值班的人 客户端 服务端 内核 上游 下游 维护窗口里的脚本 旧版本 新版本 监控".split()  # noqa: SIM905
ACTIONS = "先检查 会重启 不应改动 定时清理 每次都读取 偶尔丢失 逐个替换 自动恢复 记录下 限制住".split()  # noqa: SIM905
OBJECTS = "配置文件 连接数 磁盘空间 返回的状态 超时时间 序列号 权限 端口 证书的期限 写入的顺序".split()  # noqa: SIM905
ENDS = "否则故障会扩大 这样回退时不丢数据 因此要看两边的时钟 结果写在最后一行 其余保持原样 除非流量已经切走".split()  # noqa: SIM905
HAN_PER_PAGE = 1500


def term_names(count: int) -> list[str]:
    """Return ``count`` different names, Chinese and Latin mixed."""
    names = [modifier + thing for modifier, thing in product(MODIFIERS, THINGS)]
    names += [first + second for first, second in product(LATIN, LATIN) if first != second]
    names += [
        f"{first}{second}{thing}" for first, second, thing in product(MODIFIERS, MODIFIERS, THINGS) if first != second
    ]
    random.Random(0).shuffle(names)  # noqa: S311 - not for secrets
    return names[:count]


def glossary_entries(names: Sequence[str], page: str, topic: str) -> str:
    """Return the YAML of one entry for each name, explained on ``page``."""
    entries = [
        {
            "id": f"generated-{number}",
            "term": name,
            "en": f"generated term {number}",
            "definition": f"一种{name[-2:]}，用来说明第 {number} 条词条要花多少构建时间。",
            "page": page,
            "topic": topic,
        }
        for number, name in enumerate(names)
    ]
    return "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)


def write_page(number: int, names: Sequence[str], seed: int = 0, size: int = HAN_PER_PAGE) -> str:
    """Return the Markdown of one page of about ``size`` Han characters that mentions some of ``names``."""
    dice = random.Random(f"{seed}-{number}")  # noqa: S311
    parts = [f'# 第 {number} 页\n\n!!! abstract "一句话"\n    {_sentence(dice, names)}\n']
    section = 0
    while _count_han("".join(parts)) < size:
        section += 1
        parts.append(f"## 第 {section} 节 {{#section-{section}}}\n\n{_paragraph(dice, names)}")
        parts.append(_block(number, section, dice, names))
        parts.append(f"### 细节 {section} {{#detail-{section}}}\n\n{_paragraph(dice, names)}")
        parts.append("".join(f"- {_sentence(dice, names)}\n" for _ in range(3)))
    return "\n\n".join(parts) + "\n"


def write_book(docs: Path, pages: int, names: Sequence[str], seed: int = 0) -> None:
    """Write ``pages`` pages in folders of twenty below ``docs``."""
    for number in range(pages):
        path = docs / f"part-{number // 20:02}" / f"page-{number:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_page(number, names, seed), encoding="utf-8")


def _sentence(dice: random.Random, names: Sequence[str]) -> str:
    middle = dice.choice(names) if names and dice.random() < 0.4 else dice.choice(OBJECTS)
    return f"{dice.choice(ACTORS)}{dice.choice(ACTIONS)}{middle}和{dice.choice(OBJECTS)}，{dice.choice(ENDS)}。"


def _paragraph(dice: random.Random, names: Sequence[str]) -> str:
    return "".join(_sentence(dice, names) for _ in range(5))


def _block(number: int, section: int, dice: random.Random, names: Sequence[str]) -> str:
    """Return the block that stands out in a section: code three times, a table, a diagram, an admonition; then text."""
    rows = "".join(f"| `key_{row}` | {row * 10} ms | {_sentence(dice, names)} |\n" for row in range(6))
    blocks = {
        1: '```bash title="检查"\nfor node in a b c; do\n    ping -c 1 "$node" || echo "$node" >>failed\ndone\n```',
        2: f"| 键 | 默认 | 说明 |\n|---|---|---|\n{rows}",
        3: f"```yaml\nname: page-{section}\nlimits:\n  connections: {dice.randrange(9000)}\n  timeout: 30s\n```",
        4: f"```mermaid\nflowchart TD\n    accTitle: 流程\n    accDescr: 甲到乙，乙到丙。\n    A[甲 {number}] --> B(乙)\n    B --> C(丙)\n```",
        5: f'!!! warning\n    {_sentence(dice, names)}\n\n??? question "为什么？"\n    {_sentence(dice, names)}',
        6: "```python\ndef retry(call, times=3):\n    for _ in range(times):\n        if call():\n            return True\n```",
    }
    return blocks.get(section, _paragraph(dice, names))


def _count_han(text: str) -> int:
    return sum("\u4e00" <= character <= "\u9fff" for character in text)
