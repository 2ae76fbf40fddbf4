chmod +x init.sh
timeout 100 linux.uml mem=256M rootfstype=hostfs rootflags=/ ro init="$PWD/init.sh" con=null con0=null,fd:1 con1=null quiet \
    </dev/null >uml.log 2>&1
sed -n '/^# DR/,/^到此为止/p' uml.log | tr -d '\r' | tee inside.txt
expect '在里面的每一条都成立' lacks "$(cat inside.txt)" '✗ '
expect '跑到了最后' contains "$(cat inside.txt)" 到此为止
