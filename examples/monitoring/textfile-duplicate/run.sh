# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up; mkdir text'
background local 'exec prometheus-node-exporter --collector.disable-defaults --collector.textfile --collector.textfile.directory=text --web.listen-address=127.0.0.1:9100'
node_log=$log
wait_port local 9100
metrics='curl -s http://127.0.0.1:9100/metrics'
scrape() { on local "$metrics -o page -w '%{http_code}\n'; grep -E '^(backup_|disk_|node_textfile_scrape_error)' page"; }
note '两个脚本各写一个文件，里面有同名同标签的一条'
setup local 'printf "backup_ok{db=\"a\"} 1\ndisk_ok 1\n" >text/one.prom; printf "backup_ok{db=\"a\"} 0\n" >text/two.prom'
scrape
on local "grep -oE 'was collected before with the same name and label values' $node_log | sort -u"
expect '日志里有' contains "$output" 'was collected before'
on local 'grep -hv "^#" text/*.prom | sed -E "s/ [^ ]+$//" | sort | uniq -d'
expect '找出重复的' contains "$output" 'backup_ok{db="a"}'
note '每个来源一个标签'
setup local 'printf "backup_ok{db=\"b\"} 0\n" >text/two.prom'
scrape
expect '两条都在' contains "$output" 'backup_ok{db="b"} 0'
note '写到一半被读：没有换行，或最后一行只有名字'
setup local 'printf "backup_ok{db=\"b\"} 0\nbackup_size{db" >text/two.prom'
scrape
expect '整个文件不算，node_textfile_scrape_error 变成 1' contains "$output" 'node_textfile_scrape_error 1'
on local 'promtool check metrics <text/two.prom'
note '写临时文件再改名'
on local 'printf "backup_ok{db=\"b\"} 1\n" >text/two.prom.tmp && mv text/two.prom.tmp text/two.prom'
scrape
expect '好了' contains "$output" 'node_textfile_scrape_error 0'
stop "$pid"
