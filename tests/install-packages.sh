#!/usr/bin/env bash
# Installs Debian packages that are missing: those named as arguments, or all of tests/packages.txt.
# Without root and sudo it says what to install; the tests that need it then skip visibly (or fail where CI is set).
set -euo pipefail

# The units that start with this machine, one per line, sorted; nothing where there is no systemd.
enabled_units() {
    if command -v systemctl >/dev/null; then
        systemctl list-unit-files --state=enabled --no-legend --plain 2>/dev/null |
            awk '$1 ~ /\.(service|socket|timer)$/ { print $1 }' | sort
    fi
}

packages=("$@")
if [ $# -eq 0 ]; then
    mapfile -t packages < <(sed -e '/^#/d' -e '/^$/d' "$(dirname "$0")/packages.txt")
fi

if ! command -v apt-get >/dev/null; then
    echo "这台机器没有 apt-get；请自行安装与这些 Debian 包相当的软件：${packages[*]}" >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    if [ "$(dpkg-query -Wf '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "缺少软件包，且没有 root 权限；请运行：sudo apt-get install ${missing[*]}" >&2
    exit 0
fi

echo "安装缺少的软件包：${missing[*]}"
"${as_root[@]}" apt-get update -qq

# The tests start their own servers in namespaces. A packaged dockerd or mariadbd must not come up on this machine,
# now (policy-rc.d, read by invoke-rc.d and deb-systemd-invoke) or at its next boot (systemctl disable below).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap '"${as_root[@]}" rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
fi
units_before=$(enabled_units)
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"
mapfile -t new_units < <(comm -13 <(echo "$units_before") <(enabled_units))
if [ ${#new_units[@]} -gt 0 ]; then
    echo "测试自己起服务；不让这些单元随机器启动：${new_units[*]}"
    "${as_root[@]}" systemctl --quiet disable "${new_units[@]}"
fi
