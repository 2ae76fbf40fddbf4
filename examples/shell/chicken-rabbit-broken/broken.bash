#!/bin/bash
# 流传的写法，不检查任何输入
HEAD=$1
FOOT=$2
RABBIT=$(((FOOT - HEAD - HEAD) / 2))
CHOOK=$[HEAD - RABBIT]
echo "RABBIT: $RABBIT"
echo "CHOOK: $CHOOK"
