# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
mkdir -p /run/site

note '== 命令行就写错了'
on server 'docker run lab/Box id'
expect '镜像名有大写' contains "$output" 'must be lowercase'
on server 'docker run --rm -v /srv/my data:/data lab/box id'
expect '路径里有空格，没有引号：data:/data 成了镜像名' contains "$output" 'invalid reference format'
on server 'docker run --rm -v "/srv/my data:/data" lab/box id -u'
expect '加引号' [ "$output" = 0 ]
on server 'docker run --rm lab/box --name web'
expect '选项写在镜像后面，成了命令' contains "$output" 'exec: "--name": executable file not found in $PATH'
on server 'docker run --rm --restart always lab/box id'
expect '两个选项不能一起' contains "$output" 'Conflicting options: --restart and --rm'
on server 'docker compose -f site.yml up 2>&1 | head -n 1'
expect '没有 compose 插件' contains "$output" "unknown shorthand flag: 'f' in -f"
on server 'docker compose up 2>&1 | head -n 1'
expect '不带 -f 时的说法' contains "$output" "'compose' is not a docker command"

note '== 名字和端口已经有人用'
setup server 'docker run -d --name web -p 8080:80 lab/box sleep 600'
on server 'docker run -d --name web lab/box id'
expect '名字' contains "$output" 'Conflict. The container name "/web" is already in use by container'
on server 'docker run -d --name other -p 8080:80 lab/box sleep 600'
expect '端口被别的容器占着' contains "$output" 'Bind for 0.0.0.0:8080 failed: port is already allocated'
on server 'docker ps --filter publish=8080 --format "{{.Names}}"; docker ps -a --filter name=other --format "{{.Names}} {{.State}}"'
expect '是谁；没有起来的那一个留下了' [ "$output" = $'web\nother created' ]
setup server 'docker rm other'
background server 'busybox httpd -f -p 8081'
wait_for 'ip netns exec server ss -ltn | grep -q :8081'
on server 'docker run -d --name other -p 8081:80 lab/box sleep 600'
expect '端口被别的程序占着' contains "$output" ':8081: bind: address already in use'
on server 'ss -ltnp "sport = :8081" | grep -o "\"[a-z]*\""'
expect '是谁' [ "$output" = '"busybox"' ]
stop "$pid"
setup server 'docker rm other'

note '== 挂载'
on server 'docker run --rm -v /run/site/new.html:/www/index.html lab/box cat /www/index.html'
expect '宿主机上没有这个文件：-v 建了一个目录' contains "$output" 'Are you trying to mount a directory onto a file (or vice-versa)?'
on server 'stat -c "%F" /run/site/new.html'
expect '是目录' [ "$output" = directory ]
on server 'rmdir /run/site/new.html && echo new >/run/site/new.html && docker run --rm -v /run/site/new.html:/www/index.html lab/box cat /www/index.html'
expect '先有文件' [ "$output" = new ]
on server 'docker run --rm --mount type=bind,source=/run/site/old.html,target=/www/index.html lab/box id; ls /run/site'
expect '--mount 不替你建，直接说没有' contains "$output" 'bind source path does not exist: /run/site/old.html'
expect '什么也没有建' contains "$output" $'\nnew.html'
on server 'docker run --rm -v data:rel lab/box id'
expect '容器里的路径不是绝对的' contains "$output" 'mount path must be absolute'

# 一起来就退出的，后面才用：那时重启的间隔已经有几秒
docker run -d --name loop --restart always lab/box sh -c 'exit 3' >/dev/null
note '== 容器里没有'
on server 'docker run --rm lab/box bash -c id'
expect '没有这个程序' contains "$output" 'exec: "bash": executable file not found in $PATH'
on server 'docker run --rm lab/box /www/index.html'
expect '不能执行' contains "$output" 'permission denied'
on server 'docker run --rm --user app lab/box id'
expect '没有这个用户' contains "$output" 'unable to find user app: no matching entries in passwd file'
on server 'docker exec -w /srv/app web id'
expect '没有这个目录' contains "$output" 'chdir to cwd ("/srv/app") set in config.json failed: no such file or directory'
on server 'docker cp web:/etc/app.conf .'
expect '没有这个文件' contains "$output" /etc/app.conf
on server 'docker run --rm --network shop lab/box id'
expect '没有这个网络' contains "$output" 'network shop not found'
on server 'docker run --rm --gpus all lab/box id'
expect '没有装 NVIDIA Container Toolkit' contains "$output" 'could not select device driver "" with capabilities: [[gpu]]'
on server 'docker run --rm -m 4m lab/box id'
expect '内存太小' contains "$output" 'Minimum memory limit allowed is 6MB'
on server 'docker run --rm --cpus 999 lab/box id'
expect 'CPU 太多' contains "$output" 'Range of CPUs is from 0.01 to'

note '== 容器不在，或没有在跑'
setup server 'docker run --name done lab/box id'
on server 'docker exec wbe id'
expect '名字写错' contains "$output" 'No such container: wbe'
on server 'docker exec done id'
expect '已经退出' contains "$output" 'is not running'
wait_for '[ "$(docker inspect -f "{{.RestartCount}} {{.State.Status}}" loop)" = "6 restarting" ]' 60
note '容器 loop：docker run -d --restart always lab/box sh -c "exit 3"'
on server 'docker exec loop id'
expect '一起来就退出' contains "$output" 'is restarting, wait until the container is running'
on server 'docker inspect -f "{{.State.ExitCode}} {{.State.OOMKilled}}" loop; docker inspect -f "{{.State.ExitCode}} {{.State.Error}}" done'
expect '看退出码' contains "$output" '3 false'

note '== 删不掉'
on server 'docker rm web'
expect '还在跑' contains "$output" running
on server 'docker rmi lab/box:1'
expect '同一个镜像还有别的名字：只去掉这个名字' contains "$output" 'Untagged: lab/box:1'
on server 'docker rmi lab/box'
expect '最后一个名字，有容器在用' contains "$output" 'conflict: unable to remove repository reference "lab/box" (must force) - container'
on server 'docker ps -a --filter ancestor=lab/box --format "{{.Names}}" | sort'
expect '是哪些' [ "$output" = $'done\nloop\nweb' ]
on server 'docker rmi -f lab/box; docker ps --filter name=web --format "{{.Names}} {{.State}}"; docker images -a --format "{{.Repository}}"'
expect '-f 只去掉名字：容器照跑，镜像还在' [ "$output" = $'Untagged: lab/box:latest\nweb running\n<none>' ]
setup server 'docker rm -f web done loop; docker tag "$(docker images -aq)" lab/box'
setup server 'docker run -d --name data -v data:/data lab/box sleep 600'
on server 'docker volume rm data'
expect '卷有容器在用，停着的也算' contains "$output" 'volume is in use'
on server 'docker ps -a --filter volume=data --format "{{.Names}}"'
expect '是谁' [ "$output" = data ]
on server 'docker rm -f data && docker volume rm data'
expect '先删容器' [ "$output" = $'data\ndata' ]
stop_docker
