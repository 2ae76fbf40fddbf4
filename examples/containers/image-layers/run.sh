# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server "printf 'FROM lab/box\nCOPY run.sh /run.sh\n' | docker build -q -t lab/two -f - . >/dev/null 2>&1; docker save lab/two | tar -xOf - manifest.json | jq '.[0] | {Config, RepoTags, Layers}'"
expect '一份清单：配置、名字、两层' [ "$(python3 -c 'import json, sys; print(len(json.load(sys.stdin)["Layers"]))' <<<"$output")" -eq 2 ]
on server 'docker image inspect -f "{{.Os}}/{{.Architecture}}" lab/two'
expect '镜像认操作系统和处理器' contains "$output" 'linux/'
on server 'docker -H unix:///nowhere.sock ps'
expect 'docker 只是客户端，连不上引擎就什么也做不了' contains "$output" 'Cannot connect to the Docker daemon'
on server 'pstree=$(ps -e -o comm= | sort | uniq -c | grep -E "dockerd|containerd" | tr -s " " | cut -d" " -f3 | xargs); echo $pstree'
expect '引擎下面是 containerd' contains "$output" 'containerd'
stop_docker
