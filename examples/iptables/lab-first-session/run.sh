# The names below /run/netns are the reader's own; here a private /run keeps this host's name out of the way.
setup local "cp $lab_script lab.sh"
setup local "printf '%s\n' 'mount -t tmpfs tmpfs /run && mkdir /run/netns && bash -v session.sh' >private-run.sh"
printf 'local# bash -v session.sh\n'
_run local 'unshare -m bash private-run.sh'
printf '%s\n' "$output"
expect '一步不差' [ "$status" -eq 0 ]
expect 'ping 通' contains "$output" '2 received'
expect '抓到请求' contains "$output" 'IP 10.9.0.2 > 10.9.0.1: ICMP echo request'
expect '抓到应答' contains "$output" 'IP 10.9.0.1 > 10.9.0.2: ICMP echo reply'
