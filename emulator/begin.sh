#!/bin/bash
# Puts an example's files where its shell looks for them, and builds its hosts: begin.sh LAB
#
# The same lab.sh as in the tests. The page types commands as the tests run them: `ip netns exec HOST bash -c …`.
set -eu
mkdir -p /run/example
cp -r /opt/handbook/example/. /run/example
for file in /opt/handbook/files/*; do
    [ ! -e "$file" ] || cp "$file" /run/example
done
rm -f /run/example/expected.txt /run/example/expected.*.txt /run/example/record.json
chmod 0777 /run/example
bash /opt/handbook/lab.sh up "$1"
