on local 'python3 check_manifest.py private.yaml bad-policy.yaml bad-secrets.yaml'
expect '好的合格' contains "$output" 'private.yaml: 合格'
expect '取值区分大小写' contains "$output" "'ifNotPresent' 不在"
expect '字段名也区分大小写' contains "$output" "'ImagePullSecrets' was unexpected"
on local 'kubectl create secret docker-registry regcred --docker-server=registry.example --docker-username=u --docker-password=p --dry-run=client -o yaml >regcred.yaml; grep -E "^(kind|type)" regcred.yaml; python3 check_manifest.py regcred.yaml'
expect '离线写出的 Secret 合格' contains "$output" 'regcred.yaml: 合格'
