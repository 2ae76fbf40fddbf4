on local 'promtool check rules replicas.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules replicas.test.yml'
expect '该触发的触发，不该的不触发' contains "$output" SUCCESS
on local 'promtool check rules bad-sysdig.rules.yml 2>&1 | grep -v "^Checking"'
expect 'Sysdig 的表达式不是 PromQL' contains "$output" "unexpected character: '.'"
