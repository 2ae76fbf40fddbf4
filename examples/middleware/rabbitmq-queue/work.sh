#!/bin/sh
# 处理一条：标准输入是消息，记进 handled
cat >>handled
echo >>handled
