# 挂载要在这里做：on 每次都进一个新的挂载命名空间，里面挂的别处看不到。
mkdir data && mount -t tmpfs -o size=10M,nr_inodes=20 lab-disk data && head -c 9M /dev/zero >data/big
on local "df data | awk '{ print \$1, \$5 }'"
expect '带着表头和百分号，没法比大小' contains "$output" 'Filesystem Use%'
on local "df -P data | awk 'NR > 1 { sub(/%/, \"\", \$5); print \$5, \$6 }'"
expect '可移植的写法：数字和挂载点' contains "$output" '90 '
on local 'df --output=pcent data | tail -n 1 | tr -dc 0-9; echo'
expect '只要一个数' [ "$output" = 90 ]
on local 'df -P --output=pcent data'
expect '两种写法不能合用' contains "$output" 'mutually exclusive'
note '空间没满，inode 满了：一样写不进去'
on local 'rm data/big; touch data/{1..30} 2>&1 | tail -n 1'
expect '报的也是没有空间' contains "$output" 'No space left on device'
on local 'df --output=pcent,ipcent data'
expect '空间 0%，inode 100%' [ "$(tail -n 1 <<<"$output" | tr -s ' ')" = ' 0% 100%' ]
