# Read by tests/harness/session.sh for an example that runs on the cluster: how commands get to its hosts, and a Kubernetes
# namespace with the example's name, which is the default of kubectl.
# shellcheck shell=bash

# shellcheck disable=SC2034 # session.sh uses $entry
_entry_to() {
    entry=(/opt/handbook/cluster/on.sh "$1")
}

_leave() {
    kubectl delete pod --all --now --wait=false
    kubectl config set-context --current --namespace=default
    kubectl delete namespace "$_namespace" --wait=false
} >/dev/null 2>&1

# shellcheck disable=SC2154 # session.sh sets it
_namespace=${example##*/}
if ! _said=$(
    kubectl delete namespace "$_namespace" --ignore-not-found 2>&1 && kubectl create namespace "$_namespace" 2>&1 &&
        kubectl config set-context --current --namespace="$_namespace" 2>&1 &&
        kubectl wait --for=create serviceaccount/default --timeout=20s 2>&1
); then
    printf '✗ 集群里没有准备好命名空间 %s：\n%s\n' "$_namespace" "$_said"
    exit 1
fi
# The Pods of the example before this one must not take addresses and processor time from it.
_deadline=$((SECONDS + 40))
while kubectl get pod --all-namespaces -o json | jq -e 'any(.items[]; .metadata.deletionTimestamp)' >/dev/null; do
    [ "$SECONDS" -lt "$_deadline" ] || break
    sleep 0.2
done
trap _leave EXIT
