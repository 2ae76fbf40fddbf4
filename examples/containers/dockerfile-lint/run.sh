on local 'hadolint --no-color bad.Dockerfile'
expect '每处毛病一行，退出码 1' [ "$status" -eq 1 ]
for rule in DL3007 DL4000 DL3003 DL3008 DL3009 DL3015 DL3025; do
    expect "报了 $rule" contains "$output" "$rule"
done
on local 'hadolint --no-color good.Dockerfile'
expect '改好的没有问题' [ "$status$output" = 0 ]
