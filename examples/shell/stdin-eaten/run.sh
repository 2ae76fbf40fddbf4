# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'printf "web-1\nweb-2\nweb-3\n" >hosts; mkdir bin; install -m 755 ssh bin/ssh'
on local 'PATH=$PWD/bin:$PATH bash loop.bash'
expect '只跑了第一行' [ "$output" = web-1 ]
on local 'PATH=$PWD/bin:$PATH bash fixed.sh'
expect '加 -n，三行都跑' [ "$(wc -l <<<"$output")" -eq 3 ]
on local 'shellcheck --format=gcc loop.bash'
expect 'shellcheck 会说' contains "$output" SC2095
