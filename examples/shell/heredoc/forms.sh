x=1
cat <<END
不加引号：$x $((x + 1)) \$x
END
cat <<'END'
加引号：$x $((x + 1)) \$x
END
cat <<-END
	减号：行首的制表符去掉了
END
