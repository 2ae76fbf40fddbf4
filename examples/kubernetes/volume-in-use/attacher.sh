# 扮演 CSI 的 external-attacher：要插就说插好了。拔由控制面删掉 VolumeAttachment
while true; do
    kubectl get volumeattachment -o json | jq -r '.items[] | select(.spec.attacher == "csi.lab.example" and (.status.attached | not)).metadata.name' |
        xargs -rI{} kubectl patch volumeattachment {} --subresource=status --type=merge -p '{"status":{"attached":true}}'
    sleep 0.5
done
