on local 'promtool check rules workloads.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules workloads.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
on local 'promtool check rules resources.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules resources.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
on local 'promtool check rules system.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules system.test.yml'
expect '每条都该触发的触发，不该的不触发' contains "$output" SUCCESS
