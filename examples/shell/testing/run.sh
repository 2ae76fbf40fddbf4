on local 'bash -n broken.bash && echo 语法没有错'
expect '第一层放过了' contains "$output" 没有错
on local "shellcheck --severity=style --format=gcc broken.bash | grep -o 'SC[0-9]*' | sort -u | xargs"
expect '第二层只说语法过时，没说答案会错' [ "$output" = SC2007 ]
on local 'bash broken.bash 10 31 | xargs'
expect '第三层：真的跑一遍才看见错' contains "$output" 'RABBIT: 5 CHOOK: 5'
on local 'shellcheck --severity=style chicken_rabbit.sh && bats chicken_rabbit.bats'
expect '改好的脚本三层都过' contains "$output" 'ok 3'
on local "sed 's/兔 5 只/兔 6 只/' chicken_rabbit.bats >wrong.bats; bats wrong.bats | head -n5"
expect 'bats 指出哪一行不成立' contains "$output" 'not ok 1'
