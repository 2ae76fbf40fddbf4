# 复制一份默认的策略，把日期往后改
mkdir -p /etc/crypto-policies/back-ends
sed '/^sha1\.second_preimage_resistance/s/=.*/= 2027-02-01/' /usr/share/apt/default-sequoia.config >/etc/crypto-policies/back-ends/apt-sequoia.config
