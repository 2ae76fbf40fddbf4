# The totals of one device, as numbers: what a script should read instead of the columns for people.
ip -j -s link show eth0 |
    python3 -c 'import json, sys; s = json.load(sys.stdin)[0]["stats64"]
print("收", s["rx"]["packets"], s["rx"]["bytes"], "发", s["tx"]["packets"], s["tx"]["bytes"])'
