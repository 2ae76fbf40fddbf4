setup client 'kubectl apply -f quota.yaml'
wait_for 'kubectl get resourcequota shop -o jsonpath={.status.hard} | grep -q cpu' 20
on client 'kubectl create deployment web --image=lab/web:1 --replicas=2'
expect '建得成' contains "$output" created
wait_for 'kubectl get event --field-selector reason=FailedCreate | grep -q quota' 30
on client 'kubectl get deployment web --no-headers | awk "{ print \$1, \$2 }"'
expect '停在 0/2' [ "$output" = 'web 0/2' ]
on client "kubectl get event --field-selector reason=FailedCreate -o json | jq -r '.items[0].message' | sed 's/.*forbidden: //'"
expect '写着缺什么' contains "$output" 'failed quota: shop: must specify limits.memory for: web; requests.cpu for: web'

note '补上默认值，控制器再试一次'
setup client 'kubectl apply -f limits.yaml'
setup client 'kubectl rollout restart deployment/web'
on client 'kubectl rollout status deployment/web --timeout=60s | tail -n 1'
expect '建出来了' contains "$output" 'successfully rolled out'
wait_for "kubectl get resourcequota shop -o jsonpath='{.status.used.requests\\.cpu}' | grep -qx 100m" 30
on client "kubectl get resourcequota shop -o jsonpath='{.status.used.requests\\.cpu}'"
expect '记在配额上：2 × 50m' [ "$output" = 100m ]

note '配额用完是另一句话'
on client 'kubectl scale deployment/web --replicas=17'
wait_for 'kubectl get event --field-selector reason=FailedCreate | grep -q exceeded' 90
on client "kubectl get event --field-selector reason=FailedCreate -o json | jq -r '[.items[].message | select(contains(\"exceeded\"))][0]' | sed 's/.*forbidden: //; s/used: .*limited/used: …, limited/'"
expect '超过哪一项' contains "$output" 'exceeded quota: shop, requested: limits.memory=64Mi'
