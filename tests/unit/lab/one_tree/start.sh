#!/usr/bin/env bash
# Starts a kernel with one tree of control groups as a process (user-mode Linux) and runs inside.sh there.
set -u
no_avx=-AVX,-AVX2,-AVX512F,-AVX512BW,-AVX512VL,-AVX_Fast_Unaligned_Load
exec timeout 100 python3 /opt/handbook/fxsave.py linux.uml mem=512M rootfstype=hostfs rootflags=/ ro \
    init=/opt/handbook/one_tree/inside.sh con=null con0=null,fd:1 con1=null quiet \
    GLIBC_TUNABLES="glibc.cpu.hwcaps=$no_avx" </dev/null
