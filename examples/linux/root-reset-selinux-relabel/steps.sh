# After a boot with enforcing=0 on the kernel command line.
ls -Z /etc/shadow
restorecon -v /etc/shadow
setenforce 1
