renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
# 同一次里比，取三次中最快的；机器有快慢，所以只看比值，而且只分档。
fastest() { # 毫秒
    local best=999999 start spent
    for _ in 1 2 3; do
        start=$(date +%s%N)
        ip netns exec local bash sum.sh "$1" 1000000 >sum.out
        spent=$((($(date +%s%N) - start) / 1000000))
        best=$((spent < best ? spent : best))
    done
    echo "$best"
}
awk_ms=$(fastest awk)
loop_ms=$(fastest loop)
formula_ms=$(fastest formula)
bc_ms=$(fastest paste)
note "循环比 awk 慢：$([ "$loop_ms" -ge $((2 * awk_ms)) ] && echo '两倍以上' || echo '不到两倍')"
expect '循环至少慢一倍' [ "$loop_ms" -ge $((2 * awk_ms)) ]
note "公式比 awk 快：$([ $((3 * formula_ms)) -le "$awk_ms" ] && echo '三倍以上' || echo '不到三倍')"
expect '公式几乎只有启动 bash 的时间' [ "$formula_ms" -lt "$awk_ms" ]
expect '拼成一个式子交给 bc，比循环快' [ "$bc_ms" -lt "$loop_ms" ]
