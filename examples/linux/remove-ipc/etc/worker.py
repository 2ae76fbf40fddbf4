"""像 PostgreSQL 那样：启动时建一段共享内存，以后每来一个连接再按名字打开一次。"""

import contextlib
import os
import signal
from multiprocessing import resource_tracker, shared_memory

NAME = "worker"


def reopen(*_: object) -> None:
    """按名字打开一次，打不开就说原因。"""
    try:
        shared_memory.SharedMemory(NAME).close()
        print("打开了", flush=True)
    except FileNotFoundError as error:
        print(error, flush=True)


# 跟踪进程会在退出时删掉共享内存，这里只看 logind 删不删。
resource_tracker.register = resource_tracker.unregister = lambda *_: None
signal.signal(signal.SIGUSR1, reopen)
with contextlib.suppress(FileExistsError):
    memory = shared_memory.SharedMemory(NAME, create=True, size=4096)
if os.environ.get("NOTIFY_SOCKET"):
    os.system("systemd-notify --ready")
while True:
    signal.pause()
