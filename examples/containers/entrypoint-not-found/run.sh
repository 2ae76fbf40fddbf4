# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
# 四个入口：Windows 换行；镜像里没有 bash；没有 #! 那一行；好的
setup server 'mkdir entry; cd entry; printf "#!/bin/sh\r\necho hi\r\n" >crlf.sh; printf "#!/bin/bash\necho hi\n" >bash.sh; printf "echo hi\n" >plain.sh; printf "#!/bin/sh\necho hi\n" >good.sh; chmod 755 *.sh; tar -c . | docker import - lab/entry >/dev/null; printf "FROM lab/box\nCOPY *.sh /\n" >Dockerfile; docker build -q -t lab/entry .'
for script in crlf bash plain good; do
    on server "docker run --rm lab/entry /$script.sh 2>&1 | grep -oE 'no such file or directory|exec format error|^hi' | head -n 1; exit \${PIPESTATUS[0]}"
    case $script in
        crlf | bash) expect '找不到的是解释器，不是脚本' contains "$output" 'no such file or directory' ;;
        plain) expect '没有 #! 那一行' contains "$output" 'exec format error' ;;
        good) expect '好的' [ "$output" = hi ] ;;
    esac
done
on server 'docker run --rm lab/entry sh -c "ls /crlf.sh"; head -n 1 entry/crlf.sh | od -c | head -n 1'
expect '行尾多一个 \r' contains "$output" '\r'
stop_docker
