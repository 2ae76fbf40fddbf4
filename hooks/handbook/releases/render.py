"""Kubernetes releases as Markdown: the table, the chart and the sentence that says what is supported.

Nothing here depends on the day of the build: dates stand as dates, and ``releases.js`` compares them with today.
"""

from __future__ import annotations

from handbook.plain import in_markdown
from handbook.releases.data import Release, Releases

_CHART_LENGTH = 6  # the supported ones and as many that ended lately


def render_table(data: Releases) -> list[str]:
    """Return the lines of the table, newest release first."""
    rows = [_row(release) for release in reversed(data.releases)]
    head = ["| 版本 | 发布 | 维护期从 | 停止支持 | 大事 |", "|---|---|---|---|---|"]
    return ["", '<div class="k8s-releases" markdown="1">', "", *head, *rows, "", "</div>", ""]


def render_chart(data: Releases) -> list[str]:
    """Return the lines of a Mermaid gantt of the newest releases: normal patches, then maintenance."""
    shown = [release for release in data.releases if release.eol][-_CHART_LENGTH:]
    lines = ["", "```mermaid", "gantt", "    accTitle: 最近六个次版本的支持区间"]
    spans = "；".join(f"{r.version} 从 {r.released} 到 {r.eol}" for r in shown)
    lines += [f"    accDescr: {spans}。每条的后一段是维护期。", "    dateFormat YYYY-MM-DD", "    axisFormat %Y-%m"]
    lines += ["    tickInterval 6month", "    todayMarker off"]
    for release in shown:
        lines.append(f"    section {release.version}")
        if release.maintenance:
            lines.append(f"    补丁 :done, {release.released}, {release.maintenance}")
            lines.append(f"    维护 :crit, {release.maintenance}, {release.eol}")
        else:
            lines.append(f"    支持 :done, {release.released}, {release.eol}")
    return [*lines, "```", ""]


def render_today(data: Releases) -> list[str]:
    """Return the sentence about what is supported: true of the day of the check; the script makes it one of today."""
    versions = "、".join(release.version for release in reversed(data.supported_on(data.checked)))
    text = f"{data.checked} 核对时受支持的次版本：{versions}。今天的状态以下表停止支持的日期为准。"
    return ["", text, f'{{: #k8s-today data-checked="{data.checked}" }}', ""]


def _row(release: Release) -> str:
    remarks = "；".join((*release.milestones, *([release.note] if release.note else [])))
    days = (str(day) if day else "—" for day in (release.released, release.maintenance, release.eol))
    return f"| {release.version} | {' | '.join(days)} | {in_markdown(remarks)} |"
