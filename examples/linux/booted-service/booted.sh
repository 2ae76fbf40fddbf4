# 在命名空间里启动一个真的 systemd：用本机的 /usr，别的目录都是内存里的。
# shellcheck shell=bash
# boot 脚本 [systemd-nspawn 的选项…]：脚本在里面执行，写下的在 $output，on 和 expect 的用法不变；units/ 里的文件放进 /etc/systemd/system，etc/ 里的放进 /etc。
boot() {
    local group place binds=("${@:2}")
    group=/sys/fs/cgroup/handbook-$(</proc/sys/kernel/random/uuid)
    mkdir -p /run/systemd inside
    mount -t tmpfs tmpfs /run/systemd
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    mkdir "$group"
    cp "$1" inside/commands.sh
    cat >inside/driver.service <<'UNIT'
[Unit]
After=basic.target
SuccessAction=poweroff
FailureAction=poweroff
[Service]
Type=exec
ExecStart=/bin/bash /run/inside/driver.sh
UNIT
    # /etc 是空的，等于第一次开机：不要照预设启用本机装着的所有服务。
    echo 'disable *' >inside/00-none.preset
    cat >inside/driver.sh <<'DRIVER'
exec >/run/inside/transcript 2>&1 </dev/null
cd /run/inside
on() { printf 'booted# %s\n' "$1"; output=$(bash -c "$1" 2>&1); status=$?; [ -z "$output" ] || printf '%s\n' "$output"; [ "$status" -eq 0 ] || printf '[退出码 %s]\n' "$status"; }
contains() { [[ $1 == *"$2"* ]]; }
expect() { local what=$1; shift; if "$@"; then printf '✓ %s\n' "$what"; else printf '✗ %s\n' "$what"; fi; }
note() { printf '# %s\n' "$1"; }
. ./commands.sh
DRIVER
    for place in units:/etc/systemd/system etc:/etc; do
        for file in "${place%%:*}"/*; do
            [ -e "$file" ] && binds+=("--bind-ro=$PWD/$file:${place#*:}/${file##*/}")
        done
    done
    (
        echo "$BASHPID" >"$group/cgroup.procs"
        timeout 200 systemd-nspawn --register=no --keep-unit -q -D / --volatile=yes -b --private-network \
            --bind-ro="$PWD/inside/00-none.preset:/etc/systemd/system-preset/00-none.preset" \
            --bind="$PWD/inside:/run/inside" --bind-ro="$PWD/inside/driver.service:/etc/systemd/system/driver.service" \
            "${binds[@]}" systemd.unit=driver.service systemd.firstboot=no \
            >boot.log 2>&1 </dev/null
    )
    find "$group" -depth -type d -exec rmdir {} \;
    output=$(cat inside/transcript 2>/dev/null)
    printf '%s\n' "$output"
}
