chmod +x init.sh
no_avx=-AVX,-AVX2,-AVX512F,-AVX512BW,-AVX512VL,-AVX_Fast_Unaligned_Load
timeout 100 python3 fxsave.py linux.uml mem=256M rootfstype=hostfs rootflags=/ ro init="$PWD/init.sh" \
    con=null con0=null,fd:1 con1=null quiet GLIBC_TUNABLES="glibc.cpu.hwcaps=$no_avx" </dev/null >uml.log 2>&1
sed -n '/^# DR/,/^到此为止/p' uml.log | tr -d '\r' | tee inside.txt
expect '在里面的每一条都成立' lacks "$(cat inside.txt)" '✗ '
expect '跑到了最后' contains "$(cat inside.txt)" 到此为止
