amtool alert add EtcdNoLeader severity=critical
amtool alert add NoReplicas severity=critical namespace=shop deployment=web
amtool alert add FewReplicas severity=warning namespace=shop deployment=web
amtool alert add HostDown severity=warning instance=h1:9100
amtool alert add FilesystemAlmostFull severity=warning instance=h1:9100
amtool alert add CpuBusy severity=warning instance=h2:9100
