# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up; chmod 755 /run; chmod 644 prometheus.yml; mkdir -m 755 /run/data'
run='setpriv --reuid=65534 --regid=65534 --clear-groups prometheus --config.file=prometheus.yml --storage.tsdb.path=/run/data --web.listen-address=127.0.0.1:9090'
said='grep -oE "open /run/data/[a-z.]+: [a-z ]+|panic: Unable to create mmap-ed active query log|opening storage failed: .*" | sort -u'
note '像官方镜像那样用 65534（nobody）跑，目录却归 root'
on local "$run 2>&1 | $said"
expect '第一个要写的文件就写不了' contains "$output" 'open /run/data/queries.active: permission denied'
on local 'ls -ldn /run/data | cut -d" " -f1,3,4'
expect '目录归 0，别人不能写' contains "$output" ' 0 0'
note '改目录的属主'
setup local 'chown -R 65534:65534 /run/data'
background local "exec $run"
wait_for 'ip netns exec local curl -sf http://127.0.0.1:9090/-/ready' 30
expect '起来了' kill -0 "$pid"
stop "$pid"
note '盘满时是另一句'
rm -rf /run/data/*
mount -t tmpfs -o size=64k,mode=777 tmpfs /run/data
dd if=/dev/zero of=/run/data/filler bs=1k status=none 2>/dev/null
on local "timeout 20 $run 2>&1 | grep -oE 'queries.active.*: permission denied|signal SIGBUS: bus error' | sort -u"
expect '不是 panic，是 SIGBUS' contains "$output" SIGBUS
