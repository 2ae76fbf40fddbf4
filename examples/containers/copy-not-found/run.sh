# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
export DOCKER_BUILDKIT=0
build() { on server "DOCKER_BUILDKIT=0 docker build -q $1 2>&1 | grep -oE 'COPY failed: .*|^sha256:' | head -n 1"; }
setup server 'mkdir -p app/docker; cd app; echo flask >requirements.txt; printf "FROM lab/box\nCOPY requirements.txt /\n" >docker/Dockerfile; printf "*.txt\n" >.dockerignore'
note '文件在，被 .dockerignore 排除了'
build '-f app/docker/Dockerfile app'
expect '原文' contains "$output" 'file not found in build context or excluded by .dockerignore: stat requirements.txt: file does not exist'
note '只读的检查：上下文里到底有什么'
on server 'cat app/.dockerignore; printf "FROM lab/box\nCOPY . /ctx\n" >look.Dockerfile; DOCKER_BUILDKIT=0 docker build -q -t lab/look -f look.Dockerfile app >/dev/null 2>&1; docker run --rm lab/look ls /ctx'
expect '上下文里没有它' lacks "$output" requirements.txt
on server 'echo "!requirements.txt" >>app/.dockerignore'
build '-f app/docker/Dockerfile app'
expect '后写的例外赢：构建成功' [ "$output" = sha256: ]
note '在别的目录构建：COPY 从命令最后那个目录算起，不从 Dockerfile 算起'
build 'app/docker'
expect '同一句' contains "$output" 'stat requirements.txt: file does not exist'
build '-f app/docker/Dockerfile app'
expect '上下文写成 app 就有' [ "$output" = sha256: ]
note '--no-cache 没有用：与缓存无关'
build '--no-cache app/docker'
expect '还是那一句' contains "$output" 'file does not exist'
note '没有上下文'
on server 'DOCKER_BUILDKIT=0 docker build -q - <app/docker/Dockerfile 2>&1 | grep -oE "COPY failed: .*" | head -n 1'
expect '也是那一句' contains "$output" 'COPY failed:'
note '上下文外面的：另一句'
setup server 'echo x >outside; printf "FROM lab/box\nCOPY ../outside /\n" >app/up.Dockerfile'
build '-f app/up.Dockerfile app'
expect '在上下文外面' contains "$output" 'forbidden path outside the build context'
stop_docker
