mount -o remount,rw /
passwd root
touch /.autorelabel # only where SELinux is enabled
exec /sbin/init
