# 第一个文件：记下地址叫什么。这时 NR 和 FNR 相等。
NR == FNR { name[$1] = $2; next }
# 其余文件：把地址换成名字，没有名字的原样。
{ print (($1 in name) ? name[$1] : $1), $2 }
