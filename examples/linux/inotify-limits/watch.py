"""一直建 inotify 实例，再一直加监视，直到内核拒绝；打印到了几个、报什么。用法: watch.py 目录数"""

import ctypes
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
instances = 0
last = -1
while (handle := libc.inotify_init()) >= 0:
    last = handle
    instances += 1
print(f"实例：{instances} 个以后 {os.strerror(ctypes.get_errno())}")
watches = 0
while watches < int(sys.argv[1]) and libc.inotify_add_watch(last, f"many/{watches}".encode(), 0x2) >= 0:
    watches += 1
print(f"监视：{watches} 个以后 {os.strerror(ctypes.get_errno())}")
