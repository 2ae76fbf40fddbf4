# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
# 容器借这台机器的 /usr，里面是新的 glibc：它先试 clone3
run='docker run --rm -v /usr:/usr:ro --entrypoint /usr/bin/python3'
setup server 'for name in lib lib64; do ln -sfn usr/$name /run/box/$name; done; mkdir -p /run/box/usr; tar -C /run/box -c . | docker import - lab/box:1 >/dev/null; docker tag lab/box:1 lab/box'
note 'clone3 得到 EPERM（1），像不认识它的旧 Docker：glibc 以为是不许，不再试别的'
on server "$run --security-opt seccomp=old.json lab/box -c 'import threading; threading.Thread(target=print, args=[\"线程\"]).start()' 2>&1 | tail -n 1"
expect '起不了线程' contains "$output" "can't start new thread"
note '只读的检查：去掉 seccomp 就好，就是它'
on server "$run --security-opt seccomp=unconfined lab/box -c 'import threading; threading.Thread(target=print, args=[\"线程\"]).start()'"
expect '好了' [ "$output" = 线程 ]
on server "$run --security-opt seccomp=unconfined --cap-drop ALL lab/box -c 'import threading; threading.Thread(target=print, args=[\"线程\"]).start()'"
expect '与能力无关：一个能力也没有，照样好' [ "$output" = 线程 ]
note '修好的做法：clone3 得到 ENOSYS（38），glibc 退回 clone'
on server "$run --security-opt seccomp=new.json lab/box -c 'import threading; threading.Thread(target=print, args=[\"线程\"]).start()'"
expect '好了' [ "$output" = 线程 ]
note '这台机器的 Docker 用自己的默认配置'
on server "$run lab/box -c 'import threading; threading.Thread(target=print, args=[\"线程\"]).start()'"
expect '默认配置已经修好' [ "$output" = 线程 ]
stop_docker
