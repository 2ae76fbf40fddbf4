#!/bin/sh
# 取到一条，处理到一半卡住：不会确认
cat >taken
echo >>taken
exec sleep 30
