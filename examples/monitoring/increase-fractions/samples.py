"""打印一小时的样本，每 15 秒一个，停在下一个整小时之前两小时；orders 每分钟加一，errors 半小时时才出现，一出现就是 1。"""

import time

start = int(time.time()) // 3600 * 3600 - 3 * 3600
print("# TYPE orders counter")
for second in range(0, 3600, 15):
    print(f"orders_total {second // 60} {start + second + 5}")
print("# TYPE errors counter")
for second in range(1800, 3600, 15):
    print(f"errors_total 1 {start + second + 5}")
print("# TYPE ready counter")
for second in range(0, 3600, 15):
    print(f"ready_total {int(second >= 1800)} {start + second + 5}")
print("# EOF")
