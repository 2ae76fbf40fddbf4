mkdir -p normal early late
SYSTEMD_PROC_CMDLINE="$1" /lib/systemd/system-generators/systemd-debug-generator normal early late
