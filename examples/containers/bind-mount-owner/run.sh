# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'mkdir image; printf "FROM lab/box\nRUN mkdir /data && touch /data/from-image && chown -R 1001:1001 /data\nUSER 1001:1001\n" >image/Dockerfile; ln -sf busybox /run/box/bin/chown; ln -sf busybox /run/box/bin/touch; tar -C /run/box -c . | docker import - lab/box:1 >/dev/null; docker tag lab/box:1 lab/box; DOCKER_BUILDKIT=0 docker build -q -t lab/app image'
on server 'docker run --rm -v /run/data:/data lab/app mkdir /data/x'
expect '写不了' contains "$output" "can't create directory '/data/x': Permission denied"
note '只读的检查：镜像里的 uid，宿主机目录的 uid'
on server 'docker run --rm lab/app id; stat -c "%u:%g %a" /run/data'
expect '1001 对 0：docker 自动建的目录是 root 的' contains "$output" '0:0 755'
on server 'chown 1001:1001 /run/data; docker run --rm -v /run/data:/data lab/app mkdir /data/x; stat -c "%u:%g" /run/data/x'
expect '改成镜像的 uid 就能写，写出来的也是 1001' [ "$output" = 1001:1001 ]
note '命名卷：第一次挂上时，抄镜像里那个目录的内容和属主'
on server 'docker run --rm -v app-data:/data lab/app sh -c "mkdir /data/x; ls /data"'
expect '不用改属主' [ "$output" = $'from-image\nx' ]
note '以谁的身份跑，由 --user 定'
on server 'chown 0:0 /run/data; docker run --rm --user 0 -v /run/data:/data lab/app mkdir /data/by-root; echo $?'
expect '退回 root 能写，但容器里就是 root 了' [ "$output" = 0 ]
note '看着一样的另一种：只读挂载'
on server 'chown 1001:1001 /run/data; docker run --rm -v /run/data:/data:ro lab/app mkdir /data/y'
expect '报的是只读，不是权限' contains "$output" 'Read-only file system'
stop_docker
