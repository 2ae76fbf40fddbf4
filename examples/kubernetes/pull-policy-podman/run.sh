export HOME=$PWD/home XDG_RUNTIME_DIR=$PWD/home
mkdir -p "$HOME"
# 不用 on：ip netns exec 会重新挂 /sys，podman 就找不到 cgroup。
play() {
    printf 'local# podman play kube %s\n' "$1"
    output=$(nsenter --net=/run/netns/local podman --root "$HOME/images" --runroot "$HOME/run" --storage-driver vfs \
        play kube "$1" 2>&1)
    status=$?
    grep -o -m1 -e 'image not known' -e 'pinging container registry [^ :]*' <<<"$output" || printf '%s\n' "$output"
    printf '[退出码 %s]\n' "$status"
}
play never.yaml
expect 'Never：本地没有就失败，不联网' contains "$output" 'image not known'
play if-not-present.yaml
expect 'IfNotPresent：本地没有，去找仓库' contains "$output" 'pinging container registry registry.example'
