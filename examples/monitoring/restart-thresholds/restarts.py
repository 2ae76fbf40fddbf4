"""写出各种容器的重启计数（OpenMetrics，每 15 秒一个样本）：先健康 10 分钟，然后开始崩溃。

存活 N 秒就退出，退避从 10 秒起翻倍，300 秒封顶；第一次退出立即重启。活满 10 分钟退避清零。
"""

START, STEP, HEALTHY, END, MAX = 1_700_000_000, 15, 607, 4 * 3600, 300
ALIVE = [0, 5, 20, 60, 120, 180, 300, 330, 420, 540, 660]
# 被存活探针杀掉的容器（探针 5 秒一次、失败一次就杀），在 1.37.2 的集群上量到的重启时刻。
LIVENESS = [7, 12, 32, 37, 94, 186, 353, 661, 668, 977, 984]


def restart_times(alive: int) -> list[int]:
    """返回每次只活 `alive` 秒的容器在哪些秒被重新拉起。"""
    times, now, wait = [], HEALTHY, 0
    while now < END:
        now += wait
        times.append(now)
        now += alive
        wait = 0 if alive >= 600 else min(MAX, wait * 2 or 10)
    return times


def show(container: str, times: list[int], last: int) -> None:
    """打印一个容器的计数器：每 STEP 秒采一次，直到 `last`。"""
    for at in range(0, last + 1, STEP):
        count = sum(time <= at for time in times)
        print(f'restarts_total{{container="{container}"}} {count} {START + at}')


print("# TYPE restarts counter")
for alive in ALIVE:
    show(f"活 {alive:3} 秒", restart_times(alive), END)
show("探针杀的", [HEALTHY + time for time in LIVENESS], HEALTHY + 1000)
print("# EOF")
