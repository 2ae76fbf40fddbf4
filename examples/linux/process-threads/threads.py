"""起四个线程，其中一个一直忙，其余睡觉。"""

import threading
import time


def spin() -> None:
    while True:
        pass


for number in range(3):
    threading.Thread(target=time.sleep, args=(60,), name=f"sleeper-{number}", daemon=True).start()
threading.Thread(target=spin, name="busy", daemon=True).start()
print("ready", flush=True)
time.sleep(60)
