# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'useradd -m app; getent group docker || groupadd docker; chown root:docker /run/docker.sock; printf "#!/bin/bash\nexport HOME=/home/app\nexec setpriv --reuid=app --regid=app --init-groups bash -c \"\$1\"\n" >as-app; chmod +x as-app'
on server './as-app "docker ps 2>&1" | grep -oE "permission denied while trying to connect to the [Dd]ocker[^:]*:?" | head -n 1'
expect '引擎在跑，这个用户进不去' contains "$output" 'permission denied while trying to connect'
note '只读的检查：套接字是谁的，你在不在那个组'
on server 'stat -c "%A %U %G" /run/docker.sock; ./as-app "id -nG"'
expect '套接字只给 root 和 docker 组，app 不在组里' [ "$output" = $'srw-rw---- root docker\napp' ]
on server 'usermod -aG docker app; ./as-app "id -nG; docker ps -q; echo \$?"'
expect '加进组、重新登录以后就行' [ "$output" = $'app docker\n0' ]
note '同一个会话不重新登录：组是登录时定下的'
on server 'id -nG app; setpriv --reuid=app --regid=app --groups "$(id -g app)" bash -c "id -nG; docker ps -q 2>&1 | grep -o \"permission denied\" | tail -n 1"'
expect '名单里有 docker，旧会话里没有，还是进不去' [ "$output" = $'app docker\napp\npermission denied' ]
note '引擎没有跑：另一句'
stop_docker
on server 'docker ps 2>&1'
expect '连不上' contains "$output" 'Cannot connect to the Docker daemon at unix:///run/docker.sock. Is the docker daemon running?'
note 'DOCKER_HOST 指到了别处：引擎好好的，也是这一句'
start_docker
on server 'DOCKER_HOST=unix:///run/elsewhere.sock docker ps 2>&1; echo "$DOCKER_HOST"; docker ps -q; echo $?'
expect '看报错里的路径，再看这个变量' contains "$output" 'unix:///run/elsewhere.sock'
stop_docker
