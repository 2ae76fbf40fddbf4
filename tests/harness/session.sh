#!/usr/bin/env bash
# Runs one example's run.sh inside namespaces of its own and prints the transcript.
#
#   session.sh LAB EXAMPLE_DIRECTORY LAB_SCRIPT [FILE OF ANOTHER EXAMPLE ...]
#
# The caller has made the network, mount and pid namespaces: when this process ends, the kernel ends everything it
# started. docs/contributing/example.md explains the functions to those who write a run.sh.
set -u

lab=$1
example=$2
lab_script=$3
shift 3

case $lab in
    # The hosts of a running cluster have their names below /run.
    cluster | own-cluster) mkdir -p /run/example && mount -t tmpfs tmpfs /run/example ;;
    # ip(8) keeps the names of namespaces below /run, iptables-legacy its lock: a private one leaves the machine's alone.
    *) mount -t tmpfs -o mode=0755 tmpfs /run && mkdir -p /run/netns /run/lock /run/example ;;
esac
cp -r "$example/." "$@" /run/example
rm -f /run/example/expected.txt /run/example/expected.*.txt /run/example/record.json
chmod 0777 /run/example
cd /run/example || exit 1
# nstat would keep its last counts below /tmp, which examples that run at the same time share.
export TMPDIR=/run/example NSTAT_HISTORY=/run/nstat LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1

output='' # what the last command printed
status=0  # its exit status
pid=''    # the last background process
log=''    # the file that takes its output

# Put into $entry what must stand before a command to run it on a host.
_entry_to() {
    entry=(ip netns exec "$1")
}

_run() {
    _entry_to "$1"
    output=$("${entry[@]}" bash -c "$2" 2>&1 </dev/null)
    status=$?
}

_status_line() {
    [ "$status" -eq 0 ] || printf '[退出码 %s]\n' "$status"
}

on() {
    printf '%s# %s\n' "$1" "$2"
    _run "$1" "$2"
    [ -z "$output" ] || printf '%s\n' "$output"
    _status_line
}

quiet() {
    printf '%s# %s\n…\n' "$1" "$2"
    _run "$1" "$2"
    _status_line
}

# Show a file's commands as if typed one by one, and run it; an error in it is an error of the example.
apply() {
    sed -e '/^#/d' -e '/^$/d' -e "s/^/$1# /" "$2"
    _run "$1" "bash -e $2"
    [ -z "$output" ] || printf '%s\n' "$output"
    _status_line
}

setup() {
    _run "$1" "$2"
    if [ "$status" -ne 0 ]; then
        printf '✗ 准备步骤失败：%s# %s\n%s\n[退出码 %s]\n' "$1" "$2" "$output" "$status"
        exit 1
    fi
}

background() {
    printf '%s# %s &\n' "$1" "$2"
    _background_count=$((${_background_count:-0} + 1))
    log=/run/background-$_background_count.log
    _entry_to "$1"
    # Not a function: the shell must become the command, so that $pid is the process to stop.
    "${entry[@]}" bash -c "$2" >"$log" 2>&1 </dev/null &
    # shellcheck disable=SC2034 # a run.sh uses it
    pid=$!
}

# The output of a background process, as far as it has come.
show() {
    cat "$1"
}

stop() {
    kill "$1" 2>/dev/null
    wait "$1" 2>/dev/null
    return 0
}

# A busy machine takes its time to start a program: no deadline is shorter than 30 seconds. It costs only who fails.
wait_for() {
    local seconds=${2:-30} deadline
    deadline=$((SECONDS + (seconds > 30 ? seconds : 30)))
    until bash -c "$1" >/dev/null 2>&1; do
        if [ "$SECONDS" -gt "$deadline" ]; then
            printf '✗ 等待超时：%s\n' "$1"
            exit 1
        fi
        sleep 0.05
    done
}

wait_port() {
    wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ."
}

expect() {
    local claim=$1
    shift
    if "$@"; then
        printf '✓ %s\n' "$claim"
    else
        printf '✗ %s\n  不成立：%s\n' "$claim" "$*"
        exit 1
    fi
}

note() {
    printf '# %s\n' "$1"
}

# Conditions for expect, where test(1) reads badly.
contains() { [[ $1 == *"$2"* ]]; }
lacks() { [[ $1 != *"$2"* ]]; }
between() { [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]; }

case $lab in
    cluster | own-cluster)
        # shellcheck source=tests/lab/kubernetes/session.sh
        . "$lab_script"
        ;;
    *) bash "$lab_script" up "$lab" || exit 1 ;;
esac
# shellcheck source=/dev/null
. ./run.sh
