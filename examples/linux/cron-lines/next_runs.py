"""打印一个 cron 表达式接下来的三次。用法: next_runs.py 表达式 从什么时候（ISO 格式）"""

import sys
from datetime import datetime

from cronsim import CronSim, CronSimError

try:
    runs = CronSim(sys.argv[1], datetime.fromisoformat(sys.argv[2]))
except CronSimError as error:
    sys.exit(f"不是 cron 表达式: {error}")
for _ in range(3):
    print(next(runs).strftime("%a %F %R"))
