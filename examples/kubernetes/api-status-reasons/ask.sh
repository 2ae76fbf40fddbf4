# 问 API 服务器，只看回答里的 code、reason、message：ask.sh 方法 路径 [curl 的其他参数]
curl -s -X "$1" "http://127.0.0.1:8001$2" "${@:3}" | jq -r '(.object? // .) | "\(.code) \(.reason): \(.message)"'
