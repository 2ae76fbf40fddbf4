#!/bin/sh
# 处理得比 consumer_timeout 久
cat >/dev/null
exec sleep 10
