# 一个不回答的存储：挂上的目录，谁去看一眼谁就卡住（像断了的 NFS）
import ctypes
import os
import signal
import sys

target = sys.argv[1]
device = os.open("/dev/fuse", os.O_RDWR)
libc = ctypes.CDLL(None, use_errno=True)
options = f"fd={device},rootmode=40000,user_id=0,group_id=0,allow_other"
if libc.mount(b"hang", target.encode(), b"fuse", 0, options.encode()) != 0:
    sys.exit(os.strerror(ctypes.get_errno()))
signal.pause()
