# shellcheck shell=bash
# 一个真的、签了名的本地软件源 repo/，里面是空包。apt-get 不分页、不问问题。
export GNUPGHOME=$PWD/gnupg DEBIAN_FRONTEND=noninteractive
architecture=$(dpkg --print-architecture)
rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*
mkdir -p /etc/apt/keyrings
echo 'Dpkg::Use-Pty "0"; quiet "1";' >/etc/apt/apt.conf.d/99lab
chmod 755 .

# build 目录 包名 版本 [控制文件的行…]：把 tree/ 里的文件打成空包，放到那个目录
build() {
    local to=$1 name=$2 version=$3
    shift 3
    mkdir -p tree/DEBIAN "$to"
    {
        printf '%s\n' "Package: $name" "Version: $version" 'Architecture: all' 'Maintainer: lab <lab@example.com>' "$@"
        echo "Description: $name of the lab"
    } >tree/DEBIAN/control
    find tree/DEBIAN -name 'p*' -exec chmod 755 {} +
    dpkg-deb --root-owner-group -Zgzip -b tree "$to/${name}_$version.deb" >/dev/null
    rm -rf tree
}

# new_key：仓库的密钥，公钥写到 lab.asc
new_key() {
    rm -rf gnupg
    mkdir -m 700 gnupg
    gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-generate-key 'Lab <lab@example.com>' ed25519 sign never 2>/dev/null
    gpg --armor --export >lab.asc
}

# publish：给 repo/pool 里的包写索引，签名
publish() {
    local part
    for part in main contrib; do
        mkdir -p "repo/pool/$part" "repo/dists/lab/$part/binary-$architecture"
        (cd repo && apt-ftparchive packages "pool/$part" >"dists/lab/$part/binary-$architecture/Packages")
    done
    (cd repo && apt-ftparchive -o APT::FTPArchive::Release::Suite=lab release dists/lab >../Release)
    mv Release repo/dists/lab/Release
    rm -f repo/dists/lab/InRelease
    gpg --batch --quiet --clearsign -o repo/dists/lab/InRelease repo/dists/lab/Release
}

# use 组件…：让 apt 用这个软件源
use() {
    cp lab.asc /etc/apt/keyrings/lab.asc
    printf '%s\n' 'Types: deb' "URIs: file:$PWD/repo" 'Suites: lab' "Components: $*" 'Signed-By: /etc/apt/keyrings/lab.asc' >/etc/apt/sources.list.d/lab.sources
}
