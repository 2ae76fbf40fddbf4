quiet local 'bash measure.sh'
expect '签一次名的时间，够加密 100 KB 以上' [ "$output" -gt 100000 ]
