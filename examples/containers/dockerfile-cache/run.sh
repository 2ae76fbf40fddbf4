# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'mkdir -p ctx/src && echo lib==1 >ctx/requirements.txt && echo v1 >ctx/src/main && for f in good bad; do docker build -q -t $f -f $f.Dockerfile ctx; done; echo v2 >ctx/src/main'
note '只改了一行源码，再构建'
on server 'docker build -t bad -f bad.Dockerfile ctx 2>/dev/null | grep -E "^Step|Using cache"'
expect '先 COPY 全部：装依赖重做了' [ "$(grep -A1 RUN <<<"$output" | grep -c 'Using cache')" -eq 0 ]
on server 'docker build -t good -f good.Dockerfile ctx 2>/dev/null | grep -E "^Step|Using cache"'
expect '先装依赖：用了缓存' [ "$(grep -A1 RUN <<<"$output" | grep -c 'Using cache')" -eq 1 ]
stop_docker
