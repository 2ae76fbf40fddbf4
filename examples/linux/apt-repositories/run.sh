# shellcheck source=examples/linux/apt-packages/repository.sh disable=SC2016 # the commands in quotes are expanded on the host that runs them
. ./repository.sh
echo 'Acquire::Retries "0";' >>/etc/apt/apt.conf.d/99lab
version=$(apt-get --version | sed -nE '1s/apt ([0-9]+).*/\1/p')
# source_is 版本代号 其余的行…：改软件源，从头来过
source_is() {
    local suite=$1
    shift
    printf '%s\n' 'Types: deb' 'URIs: http://127.0.0.1:8000' "Suites: $suite" 'Components: main' "$@" >/etc/apt/sources.list.d/lab.sources
    rm -rf /var/lib/apt/lists/*
}
mistakes() { on local 'apt-get update 2>&1 | grep -E "^[EW]:|^  404" | sed -E "s/[0-9A-F]{16,}/…/"'; }
build repo/pool/main shop 1
new_key
publish
cp lab.asc /etc/apt/keyrings/lab.asc
background local 'exec python3 -m http.server --bind 127.0.0.1 -d repo 8000'
wait_port local 8000

note '一、软件源里没有这个版本代号'
source_is labs 'Signed-By: /etc/apt/keyrings/lab.asc'
mistakes
expect '原文' contains "$output" "E: The repository 'http://127.0.0.1:8000 labs Release' does not have a Release file."
note '只读的检查：apt 要的文件在不在，软件源里有哪些代号'
on local 'curl -sI http://127.0.0.1:8000/dists/labs/Release | head -n 1; curl -s http://127.0.0.1:8000/dists/ | grep -o "href=\"[^\"]*"'
expect '404；有的是 lab' contains "$output" 'href="lab/'
source_is lab 'Signed-By: /etc/apt/keyrings/lab.asc'
on local 'apt-get update >/dev/null 2>&1; echo $?; apt-cache policy shop | sed -n 3p'
expect '代号写对就行' [ "$output" = $'0\n  Candidate: 1' ]
note '另外两句：Release 没有签名；服务器连不上'
mv repo/dists/lab/InRelease .
rm -rf /var/lib/apt/lists/*
mistakes
expect '有 Release，没有签名' contains "$output" "E: The repository 'http://127.0.0.1:8000 lab Release' is not signed."
mv InRelease repo/dists/lab/
stop "$pid"
on local 'apt-get update >apt.log 2>&1; echo $?; tail -n 1 apt.log'
expect '连不上只是警告，退出码是 0' [ "$output" = $'0\nW: Some index files failed to download. They have been ignored, or old ones used instead.' ]
on local 'apt-get update --error-on=any >/dev/null 2>&1; echo $?'
expect '脚本里要它算失败' [ "$output" = 100 ]
background local 'exec python3 -m http.server --bind 127.0.0.1 -d repo 8000'
wait_port local 8000

note '二、签名的公钥不在。没有写 Signed-By，/etc/apt/trusted.gpg.d 里也没有'
source_is lab
mistakes
if [ "$version" -ge 3 ]; then words='Missing key …, which is needed to verify signature'; else words="The following signatures couldn't be verified because the public key is not available: NO_PUBKEY …"; fi
expect '原文' contains "$output" "$words"
note '对方换了密钥，机器上还是旧的：同一句'
new_key
publish
source_is lab 'Signed-By: /etc/apt/keyrings/lab.asc'
mistakes
expect '同一句' contains "$output" "$words"
note '只读的检查：报错里的编号，是不是 Signed-By 那个文件里的一把'
on local 'bash has-key.sh /etc/apt/keyrings/lab.asc'
expect '装着的文件里没有' [ "${output%%$'\n'*}" = 0 ]
on local 'bash has-key.sh lab.asc'
expect '重新下载的文件里有' [ "$output" = 1 ]
note '文件名写错：Debian 13 的话不一样'
source_is lab 'Signed-By: /etc/apt/keyrings/lob.asc'
mistakes
if [ "$version" -ge 3 ]; then
    expect '说了文件名' contains "$output" 'Failed to parse keyring "/etc/apt/keyrings/lob.asc"'
else
    expect '同一句，不提文件' contains "$output" "$words"
fi
note '有 ASCII 外壳（-----BEGIN）的公钥，文件却叫 .gpg'
cp lab.asc /etc/apt/keyrings/lab.gpg
source_is lab 'Signed-By: /etc/apt/keyrings/lab.gpg'
mistakes
if [ "$version" -ge 3 ]; then
    expect 'Debian 13 不在乎扩展名' [ -z "$output" ]
else
    expect 'Debian 12 不认它' contains "$output" "$words"
fi
source_is lab 'Signed-By: /etc/apt/keyrings/lab.asc'
note '改：核对过指纹的公钥，放到 Signed-By 指的文件里'
on local 'install -m 644 lab.asc /etc/apt/keyrings/lab.asc; apt-get update >/dev/null 2>&1; echo $?; apt-cache policy shop | sed -n 3p'
expect '好了' [ "$output" = $'0\n  Candidate: 1' ]
note '不要：Trusted: yes。别人的密钥签的，也照单全收'
new_key
build repo/pool/main shop 666
publish
source_is lab 'Trusted: yes' 'Signed-By: /etc/apt/keyrings/lab.asc'
on local 'apt-get update >/dev/null 2>&1; echo $?; apt-cache policy shop | sed -n 3p'
expect '没有人发现' [ "$output" = $'0\n  Candidate: 666' ]
note '流传的 apt-key'
on local 'type apt-key 2>&1 | sed "s/^bash: line 1: //"'
if [ "$version" -ge 3 ]; then expect 'Debian 13 里没有了' contains "$output" 'not found'; else expect 'Debian 12 里还有' contains "$output" /usr/bin/apt-key; fi
