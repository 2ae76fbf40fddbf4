on local 'bash generate.sh systemd.debug_shell'
on local 'find normal early late -type l -printf "%f -> %l\n"'
expect '生成了 debug-shell 的链接' contains "$output" 'debug-shell.service'
setup local 'rm -r normal early late'
on local 'bash generate.sh "rescue 3 single"'
on local 'find normal early late -type l'
expect '救援参数不会生成它' [ -z "$output" ]
on local 'grep -h ExecStart= /lib/systemd/system/debug-shell.service'
expect '直接是 shell，不问密码' lacks "$output" sulogin
on local 'grep -h ExecStart= /lib/systemd/system/rescue.service /lib/systemd/system/emergency.service'
expect '救援和紧急目标都经过 sulogin' [ "$(grep -c sulogin <<<"$output")" -eq 2 ]
