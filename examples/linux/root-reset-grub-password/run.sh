# shellcheck disable=SC2016 # the commands in quotes are expanded by the shell of the lab host
on local "printf 'Boot-2026\nBoot-2026\n' | grub-mkpasswd-pbkdf2 | tail -n 1"
expect '得到 PBKDF2 散列' contains "$output" 'grub.pbkdf2.sha512.10000.'
on local "printf 'Boot-2026\nother\n' | grub-mkpasswd-pbkdf2 2>&1 | tail -n 1"
expect '两次输入不同就不生成' lacks "$output" grub.pbkdf2.sha512
setup local 'hash=$(printf "Boot-2026\nBoot-2026\n" | grub-mkpasswd-pbkdf2 | sed -n "s/.* is //p")
sed "s/HASH/$hash/" 01_password >ready'
on local 'sh ready | tee password.cfg'
on local 'grub-script-check password.cfg'
expect '语法正确' [ "$status" -eq 0 ]
