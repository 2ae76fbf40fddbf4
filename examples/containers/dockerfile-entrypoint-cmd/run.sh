# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
make_image() {
    setup server "printf 'FROM lab/box\nENV PATH=/bin\n$2' | docker build -q -t $1 -"
}
make_image both 'ENTRYPOINT ["echo", "程序"]\nCMD ["默认参数"]\n'
make_image cmd 'CMD ["echo", "只有 CMD"]\n'
make_image shell 'ENTRYPOINT echo 程序\nCMD ["默认参数"]\n'
on server 'docker run --rm both'
expect '两个都写：接起来' [ "$output" = '程序 默认参数' ]
on server 'docker run --rm both 我的参数'
expect '命令行换掉 CMD' [ "$output" = '程序 我的参数' ]
on server 'docker run --rm cmd echo 换掉了'
expect '只有 CMD：整个换掉' [ "$output" = 换掉了 ]
on server 'docker run --rm shell 我的参数'
expect 'shell 形式的 ENTRYPOINT：参数全丢了' [ "$output" = 程序 ]
on server 'docker run --rm --entrypoint ls both /www'
expect '--entrypoint 换程序' [ "$output" = index.html ]
stop_docker
