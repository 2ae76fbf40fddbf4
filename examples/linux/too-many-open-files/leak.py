"""不停地打开同一个文件，从不关；打不开就报出来，停在那里。"""

import os
import time

held = []
try:
    while True:
        held.append(os.open("data.txt", os.O_RDONLY))
except OSError as error:
    print(error, flush=True)
time.sleep(300)
