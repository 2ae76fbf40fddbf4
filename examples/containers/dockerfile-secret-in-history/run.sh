# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server "printf 'FROM lab/box\nENV PATH=/bin\nARG TOKEN\nRUN echo 用 \$TOKEN 下载 >/dev/null\nCOPY key /key\nRUN rm /key 2>/dev/null || busybox rm /key\n' >Dockerfile; echo 私钥 >key; docker build -q --build-arg TOKEN=s3cret -t leaky ."
on server 'docker history --no-trunc --format "{{.CreatedBy}}" leaky | grep -o "TOKEN=[^ ]*" | sort -u'
expect '谁拿到镜像，谁就看得到口令' [ "$output" = TOKEN=s3cret ]
note '后一层删掉的文件，前一层里还在'
on server 'docker run --rm leaky ls / | grep -c key'
expect '容器里看不到 /key' [ "$output" -eq 0 ]
on server 'mkdir layers && docker save leaky | tar -x -C layers && for layer in layers/*/layer.tar layers/blobs/sha256/*; do tar -xOf "$layer" key 2>/dev/null || true; done'
expect '层里取得出来' [ "$output" = 私钥 ]
stop_docker
