on local 'promtool check rules crashloop.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules crashloop.test.yml'
expect '该触发的触发，不该的不触发' contains "$output" SUCCESS
note '五种容器，各存活 0、5、20、60、120 秒就退出'
on local 'python3 restarts.py >restarts.test.yml; promtool test rules restarts.test.yml'
expect '2 分钟内重启超过 4 次：从不成立；15 分钟内至少 2 次：一直成立' contains "$output" SUCCESS
