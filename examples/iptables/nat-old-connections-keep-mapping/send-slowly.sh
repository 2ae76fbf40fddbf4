# Six lines, half a second apart: a connection that is still alive when the rule goes.
for line in 1 2 3 4 5 6; do
    echo "$line"
    sleep 0.5
done | nc -lN 80
