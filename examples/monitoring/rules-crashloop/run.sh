on local 'promtool check rules crashloop.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules crashloop.test.yml'
expect '该触发的触发，不该的不触发' contains "$output" SUCCESS
