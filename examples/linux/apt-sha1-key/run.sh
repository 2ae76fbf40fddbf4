# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 一个第三方的空软件源。密钥的自签用 SHA-1，像多年前生成的；软件源本身用 SHA-512 签。
export GNUPGHOME=$PWD/gnupg
mkdir -m 700 gnupg repo
sign() { # 自签用的摘要算法
    rm -rf gnupg/* repo/*
    printf '%s\n' "cert-digest-algo $1" 'allow-weak-digest-algos' >gnupg/gpg.conf
    gpg --batch --quiet --faked-system-time 20240101T000000 --pinentry-mode loopback --passphrase '' --quick-generate-key 'Vendor <vendor@example.com>' rsa2048 sign never 2>/dev/null
    gpg --armor --export >vendor.asc
    : >repo/Packages
    printf 'Origin: vendor\nDate: Mon, 01 Jan 2024 00:00:00 UTC\nSHA256:\n %s 0 Packages\n' "$(sha256sum repo/Packages | cut -d' ' -f1)" >repo/Release
    gpg --batch --quiet --digest-algo SHA512 --clearsign -o repo/InRelease repo/Release
}
version=$(apt-get --version | sed -nE '1s/apt ([0-9]+).*/\1/p')
sign SHA1
rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*
echo "deb [signed-by=$PWD/vendor.asc] file:$PWD/repo ./" >/etc/apt/sources.list.d/vendor.list
if [ "$version" -ge 3 ]; then
    on local 'apt-get update 2>&1 | grep -E "^(Err|W:|E:)|sqv|SHA1" | sed -E "s/[0-9A-F]{40}/…/" | head -n 4'
    expect '原文' contains "$output" 'SHA1 is not considered secure since 2026-02-01'
    note '只读的检查：策略里的日期，密钥自签用的摘要（digest algo 2 就是 SHA-1）'
    on local 'grep -n "^sha1" /usr/share/apt/default-sequoia.config'
    expect '自签那一项从 2026-02-01 起不认' contains "$output" '2026-02-01'
    on local 'gpg --list-packets vendor.asc | grep -oE "digest algo [0-9]+" | sort -u'
    expect '是 SHA-1' [ "$output" = 'digest algo 2' ]
    note '改：对方用 SHA-2 重做自签，你重新下载公钥'
    sign SHA512
    on local 'gpg --list-packets vendor.asc | grep -oE "digest algo [0-9]+" | sort -u; apt-get update >apt.log 2>&1; echo $?'
    expect '10 是 SHA-512，更新成功' [ "$output" = $'digest algo 10\n0' ]
    note '对方还没有换：只在这台机器上放宽，并写好到期去掉'
    sign SHA1
    on local 'apt-get update 2>&1 | grep -c "SHA1 is not considered secure"'
    expect '又不认了' [ "$output" -ge 1 ]
    apply local relax.sh
    on local 'rm -rf /var/lib/apt/lists/*; apt-get update >apt.log 2>&1; echo $?; grep -c "SHA1 is not considered secure" apt.log'
    expect '放宽以后成功，没有那一句了' [ "$output" = $'0\n0' ]
else
    on local 'apt-get update >apt.log 2>&1; echo $?; grep -c SHA1 apt.log'
    expect 'apt 2 用 gpgv，不看这一项：在 Debian 12 上没有这个问题' [ "${output%%$'\n'*}" = 0 ]
    on local 'gpg --list-packets vendor.asc | grep -oE "digest algo [0-9]+" | sort -u'
    expect '同样是 SHA-1 的自签' [ "$output" = 'digest algo 2' ]
fi
