# 打印十个 Pod 的清单，各死一次。
pod() { # 名字 容器里的其余字段
    printf '{apiVersion: v1, kind: Pod, metadata: {name: %s}, spec: {restartPolicy: Never, terminationGracePeriodSeconds: 1,
      containers: [{name: app, image: "lab/box:1", %s}]}}\n---\n' "$1" "$2"
}

pod finished 'command: [sh, -c, "echo done"]'
pod bad-config 'command: [sh, -c, "echo cannot open app.conf; exit 1"]'
pod bad-option 'command: [sleep, --forever]'
pod not-executable 'command: [sh, -c, /etc/passwd]'
pod not-found 'command: [sh, -c, no-such-program]'
pod bad-entrypoint 'command: [/no-such-program]'
pod memory 'command: [dd, if=/dev/zero, of=/dev/null, bs=60M, count=1], resources: {limits: {memory: 24Mi}}'
pod probe 'command: [sleep, infinity], livenessProbe: {exec: {command: [cat, /no-such-file]}, periodSeconds: 1, failureThreshold: 1}'
# 入口脚本把子进程的死法报出来：128 加信号的编号
pod crashed 'command: [sh, -c, "sleep 9 & kill -SEGV $!; wait $!"]'
pod asked 'command: [sh, -c, "sleep 9 & kill -TERM $!; wait $!"]'
