on server 'nft -f rules.nft'
expect '规则装上' [ "$status" -eq 0 ]
for source in 10.9.0.2 10.9.0.6; do
    on client "ping -q -I $source -i 0.1 -c 8 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
    expect "$source：通 5 个" [ "$output" = '5 received' ]
done
