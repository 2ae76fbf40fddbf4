# has-key.sh 公钥文件：报错里的密钥编号，在不在这个文件里（不在是 0，在是 1）
wanted=$(apt-get update 2>&1 | grep -oE '(NO_PUBKEY|Missing key) [0-9A-F]+' | head -n 1 | grep -oE '[0-9A-F]+$')
# fpr 行是指纹，NO_PUBKEY 后面的是指纹的最后 16 位
gpg --show-keys --with-colons "$1" 2>/dev/null | grep '^fpr' | grep -c "$wanted:"
