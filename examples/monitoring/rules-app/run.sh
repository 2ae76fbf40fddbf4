on local 'promtool check rules app.rules.yml'
expect '写法没有错' contains "$output" SUCCESS
on local 'promtool test rules app.test.yml | grep -v "^Unit Testing"'
expect '该触发的触发，不该的不触发' contains "$output" SUCCESS
