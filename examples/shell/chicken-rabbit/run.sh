try() { # 参数、期望的退出码、期望输出里的文字
    on local "bash chicken_rabbit.sh $1"
    expect "$1：退出码 $2" [ "$status" -eq "$2" ]
    expect "$1：$3" contains "$output" "$3"
}
try '10 30' 0 '兔 5 只，鸡 5 只'
try '35 94' 0 '兔 12 只，鸡 23 只'
try '0 0' 0 '兔 0 只，鸡 0 只'
try '08 20' 0 '兔 2 只，鸡 6 只'
try '10 31' 1 '无解'
try '10 50' 1 '无解'
try '10 10' 1 '无解'
try 'abc 30' 2 '用法'
try '-3 4' 2 '用法'
try '10' 2 '用法'
try --help 0 '用法'
