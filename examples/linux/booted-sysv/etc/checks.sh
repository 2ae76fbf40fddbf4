ls -l /etc/rc.local       # CentOS 7 是到 /etc/rc.d/rc.local 的链接，默认 644
head -n1 /etc/rc.local    # 要有 #!/bin/sh 或 #!/bin/bash
systemctl status rc-local # 非零退出会显示 failed
