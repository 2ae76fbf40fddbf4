on client 'kubectl apply -f bad-web.yaml'
expect '数字不是字符串' contains "$output" 'cannot unmarshal number into Go struct field EnvVar'
note '还有哪些不加引号会变'
for value in true yes 0123 1e3 1_000 0x10; do
    on client "sed 's/8080/$value/' bad-web.yaml | kubectl apply -f - 2>&1 | grep -oE 'cannot unmarshal [a-z]+'"
    expect "$value 也被拒绝" contains "$output" 'cannot unmarshal'
done

note '加上引号'
on client 'diff bad-web.yaml web.yaml'
on client 'kubectl apply -f web.yaml'
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '起来了' contains "$output" 'successfully rolled out'

note '反过来：端口加了引号'
on client "sed 's/image: lab.web:1/&\n          ports: [{containerPort: \"8080\"}]/' web.yaml | kubectl create --dry-run=server -f -"
expect '要的是整数' contains "$output" 'cannot unmarshal string into Go struct field ContainerPort'
