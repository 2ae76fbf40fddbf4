note 'grub.cfg 的语法：好的没有输出，bad.cfg 少了最后的右花括号'
on local 'grub-script-check good.cfg'
expect '语法正确，退出码 0' [ "$status" -eq 0 ]
on local 'grub-script-check bad.cfg'
expect '少一个花括号，退出码 1' [ "$status" -eq 1 ]
note 'fstab：挂载点不存在、UUID 找不到，都在重启之前查出来'
on local 'findmnt --verify --tab-file good.fstab'
expect '没有错误，退出码 0' [ "$status" -eq 0 ]
on local 'findmnt --verify --tab-file bad.fstab'
expect '有错误，退出码 1' [ "$status" -eq 1 ]
expect '指出找不到的 UUID' contains "$output" '00000000-1111-2222-3333-444444444444'
note '默认目标：不启动，直接看和改一个目录里的系统'
setup local 'mkdir -p tree/etc/systemd/system tree/usr/lib/systemd/system
cp -P /lib/systemd/system/{default,graphical,multi-user}.target tree/usr/lib/systemd/system/'
on local 'systemctl --root="$PWD/tree" get-default'
expect '没有设过，是图形目标' [ "$output" = graphical.target ]
quiet local 'systemctl --root="$PWD/tree" set-default multi-user.target'
expect '设置成功' [ "$status" -eq 0 ]
on local 'readlink tree/etc/systemd/system/default.target'
expect '只是一条符号链接' contains "$output" /multi-user.target
on local 'systemctl --root="$PWD/tree" get-default'
expect '改成了多用户目标' [ "$output" = multi-user.target ]
