"""打印两段样本，各在一个两小时的块里：六小时前和四小时前，每分钟一个。"""

import time

now = int(time.time()) // 7200 * 7200
print("# TYPE orders counter")
for hours in (6, 4):
    for minute in range(30):
        print(f'orders_total{{hours="{hours}"}} {minute} {now - hours * 3600 + minute * 60}')
print("# EOF")
