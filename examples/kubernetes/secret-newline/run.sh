note '用 echo 编码，写进 data'
on client "printf '{\"data\":{\"password\":\"%s\"}}' \"\$(echo 'example' | base64)\" >password.json"
setup client 'kubectl create secret generic app'
on client 'kubectl patch secret app --patch-file=password.json'
on client "kubectl get secret app -o jsonpath='{.data.password}' | base64 -d | od -c"
expect '密码后面有一个换行' contains "$output" '\n'

note '容器里的程序拿到的也是 8 个字符'
setup client 'kubectl apply -f app.yaml'
setup client "kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/app --timeout=30s"
on client 'kubectl logs app'
expect '登录失败' [ "$output" = 'Access denied: 8' ]

note '--from-file 也带着文件末尾的换行'
on client "echo 'example' >password; kubectl create secret generic from-file --from-file=password"
on client "kubectl get secret from-file -o jsonpath='{.data.password}' | base64 -d | od -c"
expect '同样多一个' contains "$output" '\n'

note '改正：--from-literal 不加换行。环境变量在启动时取，Pod 要重建'
on client "kubectl create secret generic app --from-literal=password='example' --dry-run=client -o yaml | kubectl apply -f - 2>/dev/null"
on client "kubectl get secret app -o jsonpath='{.data.password}' | base64 -d | od -c"
expect '没有换行了' lacks "$output" '\n'
setup client 'kubectl replace --force -f app.yaml'
setup client "kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/app --timeout=30s"
on client 'kubectl logs app'
expect '登录成功' [ "$output" = 'welcome' ]

note '明文写进 data，当场被拒'
on client "kubectl patch secret app -p '{\"data\":{\"password\":\"example!\"}}'"
expect 'data 要 base64，stringData 才收明文' contains "$output" 'illegal base64 data'
