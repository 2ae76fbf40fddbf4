# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'ln -sf busybox /run/box/bin/sed; ln -sf busybox /run/box/bin/stat; tar -C /run/box -c . | docker import - lab/box:1 >/dev/null; docker tag lab/box:1 lab/box; mkdir conf; echo v1 >conf/app.conf; docker run -d --name web -v /run/example/conf/app.conf:/etc/app.conf lab/box sleep 600'
note '编辑器、sed -i、git 都是写一个新文件，再改名'
on server 'sed -i s/v1/v2/ conf/app.conf; cat conf/app.conf; docker exec web cat /etc/app.conf'
expect '宿主机是 v2，容器里还是 v1' [ "$output" = $'v2\nv1' ]
note '只读的检查：两边的 inode 号'
on server '[ "$(stat -c %i conf/app.conf)" = "$(docker exec web stat -c %i /etc/app.conf)" ] && echo 相同 || echo 不同'
expect '不是同一个文件了' [ "$output" = 不同 ]
on server 'docker exec web sed -i s/v1/v3/ /etc/app.conf 2>&1 | sed -E "s/conf[A-Za-z0-9]{6}/conf……/"'
expect '容器里改名到挂载点上：挂载点换不了' contains "$output" 'Device or resource busy'
note '重启容器，重新挂到新的 inode'
on server 'docker restart -t 0 web >/dev/null; docker exec web cat /etc/app.conf'
expect '看到 v2' [ "$output" = v2 ]
note '原地写：不换 inode'
on server 'sed s/v2/v3/ conf/app.conf >new; cat new >conf/app.conf; docker exec web cat /etc/app.conf'
expect '马上看到 v3' [ "$output" = v3 ]
note '改：挂目录，不挂单个文件'
on server 'docker run -d --name dir -v /run/example/conf:/conf lab/box sleep 600 >/dev/null; sed -i s/v3/v4/ conf/app.conf; docker exec dir cat /conf/app.conf'
expect '换了 inode 也看得到' [ "$output" = v4 ]
stop_docker
