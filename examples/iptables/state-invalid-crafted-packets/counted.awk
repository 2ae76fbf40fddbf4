# From iptables-save -c: the packet (comment) and the state of every rule that counted something.
/^\[[1-9]/ {
    for (i = 1; i < NF; i++) {
        if ($i == "--ctstate") state = $(i + 1)
        if ($i == "--comment") packet = $(i + 1)
    }
    gsub("\"", "", packet)
    printf "%-13s%s\n", packet, state
}
