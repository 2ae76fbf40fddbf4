on local 'promtool check rules prometheus.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules prometheus.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
on local 'promtool check rules alertmanager.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules alertmanager.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
