ss -Htan state connected | awk '{print $5}' | sed 's/:[0-9]*$//' | sort | uniq -c | sort -rn
ss -Htanp state connected | grep -o '(("[^"]*"' | sort | uniq -c
