#!/bin/bash
# Runs what comes over the second serial port, line by line, and answers with the exit status.
export PATH=/usr/local/bin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root LC_ALL=C.UTF-8 TZ=UTC
stty raw -echo
echo READY
while IFS= read -r line; do
    bash -c "$line" </dev/null >/tmp/agent.log 2>&1
    echo "END $?"
done
