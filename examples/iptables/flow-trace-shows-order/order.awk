# 读 xtables-monitor --trace 的输出，按包列出经过的链：一条链一行，表按次序。
$1 == "PACKET:" && !($3 in packet) {
    packet[$3] = ++count
    match($0, / SRC=[0-9.]+/)
    title[count] = substr($0, RSTART + 5, RLENGTH - 5)
    match($0, / DST=[0-9.]+/)
    title[count] = title[count] " > " substr($0, RSTART + 5, RLENGTH - 5)
}
$1 == "TRACE:" {
    number = packet[$3]
    split($4, part, ":")
    here = part[1] ":" part[2]
    if (here == last[number]) next
    if (part[2] != chain[number]) path[number] = path[number] "\n  " part[2] ":"
    path[number] = path[number] " " part[1]
    chain[number] = part[2]
    last[number] = here
}
END {
    for (number = 1; number <= count; number++) print title[number] path[number]
}
