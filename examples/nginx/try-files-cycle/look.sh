# 只读：日志里的路径，那个文件在不在，worker 的用户读不读得到
grep -ohE 'internally redirecting to "[^"]+"|stat\(\) "[^"]+" failed \([^)]+\)' error.log | sort -u
ls -l /run/web/dist/index.html
namei -l /run/web/dist/index.html
runuser -u www-data -- cat /run/web/dist/index.html
