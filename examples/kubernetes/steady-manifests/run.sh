on local 'python3 check_manifest.py web.yaml quota.yaml bad-strategy.yaml'
expect '工作负载、PDB、配额都合格' contains "$output" 'quota.yaml: 合格'
expect 'Deployment 没有金丝雀策略' contains "$output" "'Canary' 不在 Recreate、RollingUpdate 之中"
