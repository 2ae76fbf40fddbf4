setup local 'ip link set lo up; ip addr add 10.9.0.10/32 dev lo'
setup local 'openssl genrsa -out sa.key 2048 2>/dev/null; echo secret,admin,1 >tokens.csv'
setup local 'kubectl config set-cluster lab --server=https://10.9.0.10:6443 --insecure-skip-tls-verify && kubectl config set-credentials admin --token=secret && kubectl config set-context lab --cluster=lab --user=admin && kubectl config use-context lab'
background local 'bash start.sh etcd'
etcd=$pid
wait_port local 2379
background local 'bash start.sh kube-apiserver'
server=$pid
answers='ip netns exec local kubectl get service kubernetes'
wait_for "$answers" 90

# 改一处，提交；报错里有这句
wrong() { # sed 的表达式，报错，断言
    on local "sed '$1' web.yaml >bad.yaml; kubectl apply -f bad.yaml"
    expect "$3" contains "$output" "$2"
}

note 'YAML 读不懂：kubectl 自己就停下，没有问 API Server'
wrong 's/nginx:1.28/nginx: 1.28/' 'yaml: line 14: mapping values are not allowed in this context' '值里有冒号加空格'
wrong 's/^          image/         image/' "yaml: line 13: did not find expected '-' indicator" '第 14 行少缩进一格，说的是上一行'
wrong 's/^        - name: app/&\n       - name: side/' 'yaml: line 13: did not find expected' '第 14 行的横线没有对齐，说的也是上一行'
wrong 's/^  selector:/\tselector:/' 'yaml: line 6: found character that cannot start any token' '缩进用了制表符'
wrong 's/^          image/\t  image/' 'yaml: line 14: found a tab character that violates indentation' '制表符的另一句'
wrong 's/nginx:1.28/@nginx/' 'yaml: line 14: found character that cannot start any token' '值以 @ 开头，没有引号'
wrong 's/nginx:1.28/{{ .Values.image }}/' 'yaml: invalid map key' 'Helm 模板没有渲染'
on local '(cat web.yaml; echo ---; sed "s/{app: web}/app: web/" service.yaml) >two.yaml; grep -n "selector: app" two.yaml; kubectl apply --dry-run=server -f two.yaml'
expect '第二份里，行号从它自己的第一行数起，22 说成 6' contains "$output" 'yaml: line 6: mapping values are not allowed'

note 'YAML 没有错，认不出是什么对象'
wrong '/^kind/d' 'error validating data: kind not set' '没有 kind'
on local 'kubectl apply --validate=false -f bad.yaml 2>&1 | cut -c1-70'
expect '跳过检查也没有用，只换一句' contains "$output" "error: unable to decode \"bad.yaml\": Object 'Kind' is missing in"
wrong '/^apiVersion/d' 'error validating data: apiVersion not set' '没有 apiVersion'
wrong 's/name: web/&\n  labels: {version: 2}/' 'error: unable to decode "bad.yaml": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string' 'metadata 里的值类型不对'
wrong 's/^/#/' 'error: no objects passed to apply' '整份都是注释，或者文件是空的'

note '字段写错：unknown field'
wrong s/imagePullPolicy/imagePullpolicy/ 'Error from server (BadRequest): error when creating "bad.yaml": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.template.spec.containers[0].imagePullpolicy"' '大小写错了'
wrong 's/^          imagePullPolicy/      imagePullPolicy/' 'strict decoding error: unknown field "spec.template.spec.imagePullPolicy"' '缩进错了：路径写着它落到了哪里'
on local 'kubectl explain deployment.spec.template.spec.imagePullPolicy'
expect '问服务器：这一层没有' contains "$output" 'field "imagePullPolicy" does not exist'
on local 'kubectl explain deployment.spec.template.spec.containers.imagePullPolicy | head -n 8'
expect '在这一层' contains "$output" 'FIELD: imagePullPolicy'

note '谁不报'
on local 'sed s/imagePullPolicy/imagePullpolicy/ web.yaml >bad.yaml; kubectl apply --dry-run=client -f bad.yaml'
expect '--dry-run=client：没有看出来' [ "$output" = 'deployment.apps/web created (dry run)' ]
on local 'kubectl apply --dry-run=server -f bad.yaml'
expect '--dry-run=server：报' contains "$output" 'strict decoding error'
on local 'kubectl diff -f bad.yaml >/dev/null'
expect 'kubectl diff：只有一句警告' contains "$output" 'Warning: unknown field'
on local 'kubectl apply --validate=warn -f bad.yaml'
expect '--validate=warn：警告，照样建' contains "$output" 'deployment.apps/web created'
on local "kubectl get deployment web -o jsonpath='{.spec.template.spec.containers[0].imagePullPolicy}'"
expect '写错的那一行丢了，用的是缺省值' [ "$output" = IfNotPresent ]
on local 'kubectl apply --validate=ignore -f bad.yaml'
expect '--validate=ignore：一声不响' lacks "$output" unknown
on local 'kubectl apply --validate=ignore --server-side -f bad.yaml'
expect '服务端 apply：怎样都报' contains "$output" '.imagePullpolicy: field not declared in schema'
note '对象已经有了，同一个错换一个说法'
on local 'kubectl apply -f bad.yaml'
expect '后半句一样' contains "$output" ': strict decoding error: unknown field "spec.template.spec.containers[0].imagePullpolicy"'
note '同一个键写两遍'
on local 'sed "s/^          image: .*/&\n          image: nginx:1.29/" web.yaml >bad.yaml; kubectl apply -f bad.yaml'
on local "kubectl get deployment web -o jsonpath='{.spec.template.spec.containers[0].image}'"
expect '不报，后一个算数' [ "$output" = nginx:1.29 ]

note '字段都认得，值不行：is invalid'
setup local 'kubectl apply -f web.yaml -f service.yaml'
wrong 's/app: web/app: www/' 'The Deployment "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"www"}}: field is immutable' '选择器建好以后不能改'
wrong 's/labels: {app: web}/labels: {app: www}/' '`selector` does not match template `labels`' '模板的标签要让选择器选得到'
wrong '/image: /d' 'spec.template.spec.containers[0].image: Required value' '必填的没有填'
wrong 's/Always/always/' 'Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"' '只能从这几个里选'
wrong 's/name: web/name: Web_1/' 'a lowercase RFC 1123 subdomain must consist of' '名字不能有大写和下划线'
on local 'sed "s/name: web/name: web_1/" service.yaml >bad.yaml; kubectl apply -f bad.yaml'
expect 'Service 的是 label' contains "$output" 'a lowercase RFC 1123 label must consist of'
on local 'sed "s/name: web/name: web.v1/" service.yaml >bad.yaml; kubectl apply -f bad.yaml'
expect '它还不能有点' contains "$output" 'must not contain dots'
on local 'sed "s/^spec:/&\n  clusterIP: None/" service.yaml >bad.yaml; kubectl apply -f bad.yaml'
expect 'Service 的地址不能改' contains "$output" 'spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set'
address="kubectl get service web -o jsonpath='{.spec.clusterIP}'"
before=$(ip netns exec local bash -c "$address")
on local 'grep -c clusterIP service.yaml; kubectl replace -f service.yaml'
quiet local "$address"
expect '清单里没有写地址，replace 保留原来的' [ "$output" = "$before" ]

note '命名空间'
wrong 's/name: web/&\n  namespace: shop/' 'Error from server (NotFound): error when creating "bad.yaml": namespaces "shop" not found' '要先建'
on local 'kubectl apply -n default -f bad.yaml'
expect '-n 和清单里的不是同一个' contains "$output" "the namespace from the provided object \"shop\" does not match the namespace \"default\". You must pass '--namespace=shop' to perform this operation."

note '清单是 kubectl get -o yaml 导出来的，里面有 resourceVersion'
setup local 'kubectl get deployment web -o yaml >exported.yaml'
on local 'kubectl scale deployment/web --replicas=2'
on local 'kubectl apply -f exported.yaml 2>&1 | grep -o "Operation cannot be fulfilled.*"'
expect '导出以后有人改过' [ "$output" = 'Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again' ]
on local 'sed "/resourceVersion:/d" exported.yaml >clean.yaml; kubectl diff -f clean.yaml | grep "^[+-] .*replicas"'
expect '去掉那一行，先看会改什么' [ "$output" = $'-  replicas: 2\n+  replicas: 1' ]
on local 'kubectl apply -f clean.yaml'
expect '收下了：别人的改动也盖掉了' contains "$output" 'deployment.apps/web configured'

note '反过来，有的种类更新时一定要有'
setup local 'kubectl create -f lease.yaml && kubectl get lease turn -o yaml >exported.yaml'
on local 'kubectl apply -f exported.yaml 2>&1 | grep -v ^Warning'
on local 'sed s/node-1/node-2/ lease.yaml >next.yaml; kubectl apply -f next.yaml'
expect '上次提交的有，这次没有，等于清掉它' contains "$output" 'metadata.resourceVersion: Invalid value: 0: must be specified for an update'
on local 'kubectl replace -f next.yaml'
expect 'replace 会自己读最新的' contains "$output" 'lease.coordination.k8s.io/turn replaced'
on local 'kubectl apply -f next.yaml 2>&1 | grep -v ^Warning; kubectl apply -f next.yaml'
expect '以后 apply 也好了' contains "$output" 'lease.coordination.k8s.io/turn unchanged'

note 'API Server 停了'
stop "$server"
on local 'kubectl get node'
expect '有地址，连不上' [ "$output" = 'The connection to the server 10.9.0.10:6443 was refused - did you specify the right host or port?' ]
on local "kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}'"
expect 'kubeconfig 读到了，不是 localhost:8080' [ "$output" = https://10.9.0.10:6443 ]
on local 'curl -ks https://10.9.0.10:6443/livez'
expect '不经 kubectl 也一样：7 是连不上' [ "$status" -eq 7 ]
on local 'ss -ltnH "sport = :6443" | wc -l'
expect '在控制面上看：没有程序在听' [ "$output" = 0 ]
note '它起不来：etcd 没有了'
stop "$etcd"
background local 'bash start.sh kube-apiserver'
wait_for 'pgrep -x kube-apiserver' 30
# 它等 etcd 二十秒，然后退出；有 kubelet 就会再起一次，再退出
wait_for '! pgrep -x kube-apiserver' 90
on local 'kubectl get node'
expect '还是同一句' contains "$output" '10.9.0.10:6443 was refused'
on local "grep -oE 'dial tcp 127.0.0.1:2379: connect: connection refused|error creating storage factory' kube-apiserver.log | sort -u"
expect '原因在它自己的日志里' contains "$output" 'dial tcp 127.0.0.1:2379: connect: connection refused'
background local 'bash start.sh etcd'
wait_port local 2379
background local 'bash start.sh kube-apiserver'
wait_for "$answers" 90
on local 'kubectl get deployment web -o name'
expect 'etcd 回来，它就起来了' [ "$output" = deployment.apps/web ]
