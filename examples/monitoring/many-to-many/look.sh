# 只读：“一”的那边，按 on 里的标签分组，哪些组不止一条，差在哪个标签
promtool query instant http://127.0.0.1:9090 'count by (instance) (node_uname_info) > 1'
promtool query instant http://127.0.0.1:9090 'count by (instance, job) (node_uname_info)' | sort
# 评估失败的规则
curl -s http://127.0.0.1:9090/api/v1/rules | jq -r '.data.groups[].rules[] | .name + " " + .health'
