# 只读：哪个块的文件头不对。chunks 应是 85bd40dd，index 应是 baaad700；0 字节的也是坏的
for file in /run/data/01*/chunks/* /run/data/01*/index; do
    echo "$(head -c 4 "$file" | od -An -tx1 | tr -d ' ') $file"
done | grep -vE '^85bd40dd .*/chunks/|^baaad700 .*/index'
find /run/data/01* -name meta.json -size 0
