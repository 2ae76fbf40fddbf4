# 五秒里：用了 limits 的百分之几，多少个周期被限
pod=$1 limit=$2 # 毫核
read_stat() {
    kubectl exec "$pod" -- sh -c '
        cd /sys/fs/cgroup
        if [ -e cpu.stat ]; then
            cat cpu.stat                                     # v2
        else
            cat cpu/cpu.stat                                 # v1
            echo usage_usec $(($(cat cpuacct/cpuacct.usage) / 1000))
        fi'
}
read_stat >before
sleep 5
read_stat >after
awk -v limit="$limit" '
    NR == FNR { old[$1] = $2; next }
    { d[$1] = $2 - old[$1] }
    END { printf "用了 limits 的 %d%%，%d 个周期里 %d 个被限\n", d["usage_usec"] / limit / 50, d["nr_periods"], d["nr_throttled"] }
' before after
