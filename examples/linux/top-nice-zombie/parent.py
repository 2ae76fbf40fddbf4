"""生一个立刻退出的孩子，不收尸：它就是僵尸。打印孩子的进程号，睡到被叫停。"""

import os
import time

child = os.fork()
if child == 0:
    os._exit(0)
print(child, flush=True)
time.sleep(60)
