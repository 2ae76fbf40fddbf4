#!/usr/bin/env bash
# Installs Debian packages that are missing: those named as arguments, or all of tests/packages.txt.
# Without root and sudo it says what to install; the tests that need it then skip visibly (or fail where CI is set).
set -euo pipefail

packages=("$@")
if [ $# -eq 0 ]; then
    mapfile -t packages < <(sed '/^#/d' "$(dirname "$0")/packages.txt")
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
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"
