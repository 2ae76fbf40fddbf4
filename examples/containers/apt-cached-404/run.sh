# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 本机的一个软件源：只有一个包 lab-tool，先是 1.0-1，后来换成 1.0-2，旧的删掉。
package() { # 版本
    mkdir -p build/DEBIAN
    printf '%s\n' 'Package: lab-tool' "Version: $1" 'Architecture: all' 'Maintainer: lab <lab@example.com>' 'Description: lab' >build/DEBIAN/control
    dpkg-deb -b build "repo/lab-tool_$1_all.deb" >/dev/null
    (cd repo && {
        printf 'Package: lab-tool\nVersion: %s\nArchitecture: all\nMaintainer: lab <lab@example.com>\nFilename: ./lab-tool_%s_all.deb\nSize: %s\nSHA256: %s\nDescription: lab\n' \
            "$1" "$1" "$(stat -c %s "lab-tool_$1_all.deb")" "$(sha256sum "lab-tool_$1_all.deb" | cut -d' ' -f1)"
    } >Packages)
}
mkdir -p repo
package 1.0-1
touch -d '3 weeks ago' repo/Packages
rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*
echo 'deb [trusted=yes] http://127.0.0.1:8000/ ./' >/etc/apt/sources.list.d/lab.list
background local 'exec python3 -m http.server -b 127.0.0.1 -d repo 8000'
wait_port local 8000
note '第一层：RUN apt-get update。它被构建缓存留住'
on local 'apt-get update -qq; apt-cache policy lab-tool | grep Candidate'
expect '索引里是 1.0-1' contains "$output" 1.0-1
note '几周后：源里换成了 1.0-2'
rm repo/*.deb
package 1.0-2
note '第二层变了：只有 RUN apt-get install 重跑，用的还是旧索引'
on local 'apt-get install -y lab-tool 2>&1 | grep -vE "^(Reading|Building|The following|  lab-tool|0 upgraded|Need|After|Ign|Err)"'
expect '原文' contains "$output" 'E: Failed to fetch http://127.0.0.1:8000/./lab-tool_1.0-1_all.deb  404'
expect 'apt 自己说怎么办' contains "$output" 'maybe run apt-get update'
note '只读的检查：本地索引里的版本，源里的版本'
on local 'apt-cache policy lab-tool | grep Candidate; curl -s http://127.0.0.1:8000/Packages | grep ^Version'
expect '对不上' [ "$output" = $'  Candidate: 1.0-1\nVersion: 1.0-2' ]
note '改：update 和 install 写在同一条 RUN 里'
on local 'apt-get update -qq && apt-get install -y -qq lab-tool >/dev/null 2>&1; dpkg-query -Wf "\${Version}\n" lab-tool'
expect '装上了' [ "$output" = 1.0-2 ]
