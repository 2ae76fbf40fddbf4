ended() {
    kubectl get pod -o json | jq -r '.items[] | select(.status.containerStatuses[0].state.terminated) | .metadata.name'
}
export -f ended

setup client 'bash pods.sh | kubectl apply -f -'
wait_for '[ "$(ended | wc -l)" = 10 ]' 60
on client "kubectl get pod -o json | jq -r '.items[] | [.metadata.name, (.status.containerStatuses[0].state.terminated | .exitCode, .reason)] | @tsv' | sort -k 2n -k 1 | expand -t 16"
codes=$(awk '{ print $1 "=" $2 "/" $3 }' <<<"$output")
expect '0 是跑完了' contains "$codes" finished=0/Completed
expect '1 是程序自己退出' contains "$codes" bad-config=1/Error
expect '126 不可执行，127 找不到' contains "$codes" $'not-executable=126/Error\nnot-found=127/Error'
expect '入口本身找不到是 128，没有日志' contains "$codes" bad-entrypoint=128/StartError
expect '137 有两种，看 Reason' contains "$codes" $'memory=137/OOMKilled\nprobe=137/Error'
expect '139 是段错误，143 是 SIGTERM' contains "$codes" $'crashed=139/Error\nasked=143/Error'

note '没有日志的那个，原因在 message 里'
on client "kubectl get pod bad-entrypoint -o jsonpath='{.status.containerStatuses[0].state.terminated.message}'; echo"
expect '找不到的文件' contains "$output" 'stat /no-such-program: no such file or directory'
note '137 不是内存的那个，事件里有探针'
for name in probe memory; do
    on client "kubectl get event --field-selector involvedObject.name=$name,reason=Unhealthy -o json | jq -r '[.items[].message | split(\":\")[0]] | unique[]'"
    [ "$name" = probe ] && probe=$output
done
expect '一个是存活探针杀的，另一个没有这个事件' [ "$probe+$output" = 'Liveness probe failed+' ]
