"""问 Prometheus：每种容器，各个写法有多少时候成立。"""

import json
import urllib.parse
import urllib.request

END = 1_700_000_000 + 4 * 3600
COLUMNS = {
    "2 分钟增量最大": "max_over_time(increase(restarts_total[2m])[3h50m:1s])",
    "> 4 共几秒": "sum_over_time((increase(restarts_total[2m]) > bool 4)[3h50m:1s])",
    "15 分钟 ≥ 3": "100 * avg_over_time((increase(restarts_total[15m]) >= bool 3)[1h:1s])",
    "15 分钟 ≥ 2": "100 * avg_over_time((increase(restarts_total[15m]) >= bool 2)[1h:1s])",
    "1 小时 ≥ 4": "100 * avg_over_time((increase(restarts_total[1h]) >= bool 4)[1h:1s])",
}


def query(expression: str) -> dict[str, float]:
    """Return the value of an expression by container, at the end of the series."""
    parameters = urllib.parse.urlencode({"query": expression, "time": END})
    with urllib.request.urlopen(f"http://127.0.0.1:9090/api/v1/query?{parameters}") as answer:
        result = json.load(answer)["data"]["result"]
    return {sample["metric"]["container"]: float(sample["value"][1]) for sample in result}


columns = {title: query(expression) for title, expression in COLUMNS.items()}
print("容器", *columns, sep=" | ")
for container in sorted(columns["> 4 共几秒"]):
    first, seconds, *shares = (column.get(container) for column in columns.values())
    cells = [f"{first:.2f}", f"{seconds:.0f}", *("–" if share is None else f"{share:.0f}%" for share in shares)]
    print(container, *cells, sep=" | ")
