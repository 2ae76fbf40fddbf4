dracut --force --no-kernel --no-hostonly "$PWD/initramfs.img"
