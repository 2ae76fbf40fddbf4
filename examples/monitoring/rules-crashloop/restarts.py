"""写出五种容器的重启计数（每 15 秒一个样本），以及要核对的三个窗口。

存活 N 秒就退出，退避从 10 秒起翻倍，300 秒封顶；第一次退出立即重启。
"""

import json

STEP, END, MAX = 15, 140 * 60, 300
# 存活秒数 → 最近一小时的 241 个样本里，“15 分钟内重启 ≥ 3 次”成立几个。
AT_LEAST_3 = {0: 241, 5: 229, 20: 194, 60: 121, 120: 36}


def restart_times(alive: int) -> list[int]:
    """Return the seconds at which a container that lives `alive` seconds is started again."""
    times, now, wait = [], 0, 0
    while now < END:
        now += alive + wait
        times.append(now)
        wait = min(MAX, wait * 2 or 10)
    return times


def expectation(expression: str, number: int) -> dict[str, object]:
    samples = [{"labels": '{pod="p"}', "value": number}] if number else []
    return {"expr": expression, "eval_time": "140m", "exp_samples": samples}


tests = []
for alive, at_least_3 in AT_LEAST_3.items():
    times = restart_times(alive)
    counts = [sum(time <= at for time in times) for at in range(0, END + 1, STEP)]
    tests.append(
        {
            "name": f"存活 {alive} 秒",
            "interval": "15s",
            "input_series": [{"series": 'r{pod="p"}', "values": " ".join(map(str, counts))}],
            "promql_expr_test": [
                expectation("count_over_time((increase(r[2m]) > 4)[140m:15s])", 0),
                expectation("count_over_time((increase(r[15m]) >= 3)[60m:15s])", at_least_3),
                expectation("count_over_time((increase(r[15m]) >= 2)[60m:15s])", 241),
            ],
        }
    )
print(json.dumps({"rule_files": [], "evaluation_interval": "15s", "tests": tests}))
