#!/bin/sh
trap 'echo 收到 TERM，收尾; exit 0' TERM
while :; do sleep 0.1; done
