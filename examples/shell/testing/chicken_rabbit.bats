@test "10 头 30 脚：兔 5 鸡 5" {
    run bash chicken_rabbit.sh 10 30
    [ "$status" -eq 0 ]
    [ "$output" = "兔 5 只，鸡 5 只" ]
}

@test "奇数脚：无解，退出码 1" {
    run bash chicken_rabbit.sh 10 31
    [ "$status" -eq 1 ]
}

@test "没有参数：用法，退出码 2" {
    run bash chicken_rabbit.sh
    [ "$status" -eq 2 ]
}
