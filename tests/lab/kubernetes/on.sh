#!/usr/bin/env bash
# Runs a command on a host of the cluster: on.sh HOST COMMAND [ARGUMENT ...]
set -euo pipefail

host=$1
shift
# A node has namespaces of all kinds; control, client and switch have a network only.
if [ -e "/run/cluster/$host" ]; then
    exec nsenter --target "$(<"/run/cluster/$host")" --mount --uts --ipc --net --pid -- "$@"
fi
exec nsenter --net="/run/netns/$host" -- "$@"
