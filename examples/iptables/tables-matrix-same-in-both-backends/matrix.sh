for table in raw mangle nat filter security; do
    "$1" -t "$table" -S | awk -v line="$table:" '$1 == "-P" {line = line " " $2} END {print line}'
done
