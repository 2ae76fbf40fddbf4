# 只读：盘和 inode；数据目录里哪个大；抓得到的目标；写失败的次数；最新的样本是几秒以前的
df -h /run/prometheus | tail -n 1
df -i /run/prometheus | tail -n 1
du -sh /run/prometheus/wal /run/prometheus/chunks_head
curl -s http://127.0.0.1:9090/api/v1/targets | jq -r '.data.activeTargets[] | .labels.job + " " + .health'
curl -s http://127.0.0.1:9090/metrics | grep -E '^prometheus_tsdb_(wal_writes_failed|compactions_failed|checkpoint_creations_failed)_total|^prometheus_tsdb_head_max_time_seconds'
