on local 'promtool check rules operator.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules operator.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
