on local 'python3 check_manifest.py spread.yaml topology.yaml'
expect '两份都合格' [ "$status" -eq 0 ]
on local 'python3 check_manifest.py bad-no-topology-key.yaml bad-weight.yaml'
expect '没有 topologyKey' contains "$output" "'topologyKey' is a required property"
expect 'weight 超出范围' contains "$output" '200 不在 1 到 100 之间'
on local 'kubernetes-validate --strict -k 1.37 bad-weight.yaml'
expect '只查结构的工具放过了 200' [ "$status" -eq 0 ]
