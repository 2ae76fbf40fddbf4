setup client 'kubectl apply -f objects.yaml && kubectl wait --for=condition=Ready pod/only --timeout=60s'
setup client 'kubectl get configmap settings -o json >settings.json; jq ".metadata.resourceVersion = \"1\"" settings.json >old.json'
setup client 'jq -c ".metadata.name = \"Not_Valid\" | del(.metadata.resourceVersion, .metadata.uid)" settings.json >name.json'
setup client 'jq -c ".metadata = {name: \"checked\", labels: {webhook: \"closed\"}}" settings.json >checked.json'
setup client 'jq -c ".metadata = {name: \"big\"} | .data.a = \"x\" * 4000000" settings.json >big.json'
background client 'exec kubectl proxy --port=8001'
wait_port client 8001
space=/api/v1/namespaces/api-status-reasons

said() { # code 和 reason，然后是 ask.sh 的参数
    on client "bash ask.sh $2"
    expect "$1" contains "$output" "$1: "
}

note '身份和权限'
on client "curl -sk -H 'Authorization: Bearer none' https://10.9.0.10:6443$space/pods | jq -r '\"\\(.code) \\(.reason)\"'"
expect '401 Unauthorized' [ "$output" = '401 Unauthorized' ]
said '403 Forbidden' "GET $space/secrets -H 'Impersonate-User: nobody'"

note '对象'
said '404 NotFound' "GET $space/pods/none"
said '409 AlreadyExists' "POST $space/configmaps -H 'Content-Type: application/json' -d '{\"metadata\": {\"name\": \"settings\"}}'"
said '409 Conflict' "PUT $space/configmaps/settings -H 'Content-Type: application/json' -d @old.json"
said '422 Invalid' "POST $space/configmaps -H 'Content-Type: application/json' -d @name.json"

note '请求本身'
said '400 BadRequest' "POST $space/configmaps -H 'Content-Type: application/json' -d '{'"
said '405 MethodNotAllowed' "PUT $space/pods"
said '406 NotAcceptable' "GET $space/pods -H 'Accept: text/csv'"
said '415 UnsupportedMediaType' "POST $space/configmaps -H 'Content-Type: text/csv' -d a"
said '413 RequestEntityTooLarge' "POST $space/configmaps -H 'Content-Type: application/json' -d @big.json"

note '版本号比最新的还新：等不到'
said '504 Timeout' "GET '$space/pods?resourceVersion=999999999&resourceVersionMatch=NotOlderThan'"

note '现在不行'
said '429 TooManyRequests' "POST $space/pods/only/eviction -H 'Content-Type: application/json' -d '{\"apiVersion\": \"policy/v1\", \"kind\": \"Eviction\", \"metadata\": {\"name\": \"only\"}}'"
said '503 ServiceUnavailable' "GET $space/services/empty/proxy/"
said '500 InternalError' "POST $space/configmaps -H 'Content-Type: application/json' -d @checked.json"
setup client 'kubectl delete validatingwebhookconfiguration api-status-reasons'
