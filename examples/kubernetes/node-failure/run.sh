on local 'python3 check_manifest.py lease.yaml fast-eviction.yaml bad-effect.yaml'
expect '租约和容忍都合格' contains "$output" 'fast-eviction.yaml: 合格'
expect '没有 Evict 这种效果' contains "$output" "'Evict' 不在 NoSchedule、PreferNoSchedule、NoExecute 之中"
on local 'kubectl drain --help | grep -oE "^    --(delete-emptydir-data|disable-eviction|force|grace-period|ignore-daemonsets|timeout)="'
expect '六个参数都在' [ "$(wc -l <<<"$output")" -eq 6 ]
