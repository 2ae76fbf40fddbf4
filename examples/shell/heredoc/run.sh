# shellcheck disable=SC2016 # the texts in quotes stay as they are
on local 'bash forms.sh'
expect '不加引号：展开，\$ 保留成 $' contains "$output" '不加引号：1 2 $x'
expect '加引号：原样' contains "$output" '加引号：$x $((x + 1)) \$x'
expect '减号去掉行首的制表符' contains "$output" $'\n减号'
on local 'dash forms.sh | md5sum; bash forms.sh | md5sum'
expect 'dash 和 bash 一样' [ "$(sort -u <<<"$output" | wc -l)" -eq 1 ]
on local "printf 'cat <<END\nx\nEND \n' >late.sh; bash late.sh 2>&1 | head -n1"
expect '定界符后面多一个空格：一直找到文件尾' contains "$output" 'delimited by end-of-file'
note '装两遍：追加的重复，先查再加的不重复'
on local 'for i in 1 2; do echo "vm.swappiness=10" >>append.conf; grep -qxF "vm.swappiness=10" once.conf 2>/dev/null || echo "vm.swappiness=10" >>once.conf; done; wc -l append.conf once.conf | head -n2'
expect '追加了两行' contains "$output" '2 append.conf'
expect '只有一行' contains "$output" '1 once.conf'
