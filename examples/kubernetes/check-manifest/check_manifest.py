#!/usr/bin/env python3
"""检查清单：结构、枚举、范围、选择器。用法：check_manifest.py [-k 版本] 文件…

kubernetes-validate 查字段名和类型，但不认识的 kind 只警告，枚举和范围查不出来。这里把警告当作错误，再补上后两样。
自定义资源按旁边的 *.crd.json 检查，没有这样的文件就是不认识。
退出码：0 全部合格，1 有不合格的，2 用法或文件有错。
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
import yaml

VERSION = "1.37"

# 字段名 → 允许的值，抄自 API 里该字段的说明。同名字段含义不同的，写“类型.字段”。
ENUMS: dict[str, tuple[str, ...]] = {
    "imagePullPolicy": ("Always", "Never", "IfNotPresent"),
    "PodSpec.restartPolicy": ("Always", "OnFailure", "Never"),
    "dnsPolicy": ("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"),
    "protocol": ("TCP", "UDP", "SCTP"),
    "pathType": ("Exact", "Prefix", "ImplementationSpecific"),
    "ServiceSpec.type": ("ExternalName", "ClusterIP", "NodePort", "LoadBalancer"),
    "sessionAffinity": ("ClientIP", "None"),
    "Toleration.operator": ("Exists", "Equal", "Lt", "Gt"),
    "Toleration.effect": ("NoSchedule", "PreferNoSchedule", "NoExecute"),
    "Taint.effect": ("NoSchedule", "PreferNoSchedule", "NoExecute"),
    "LabelSelectorRequirement.operator": ("In", "NotIn", "Exists", "DoesNotExist"),
    "NodeSelectorRequirement.operator": ("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"),
    "DeploymentStrategy.type": ("Recreate", "RollingUpdate"),
    "concurrencyPolicy": ("Allow", "Forbid", "Replace"),
}
# 字段名 → 最小值、最大值。
RANGES: dict[str, tuple[int, int]] = {
    "weight": (1, 100),
    "containerPort": (1, 65535),
    "ServicePort.port": (1, 65535),
    "ServiceBackendPort.number": (1, 65535),
}


def main() -> int:
    """检查命令行上的文件，每处错误打印一行。"""
    parser = argparse.ArgumentParser(description="检查 Kubernetes 清单")
    parser.add_argument("-k", dest="version", default=VERSION, help=f"Kubernetes 版本，默认 {VERSION}")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    if options.version not in _known_versions():
        parser.error(f"没有 {options.version} 的 schema；可用：{'、'.join(_known_versions())}")
    wrong = 0
    for path in options.files:
        try:
            found = list(check_text(path.read_text(encoding="utf-8"), str(path), options.version))
        except (OSError, yaml.YAMLError) as error:
            print(f"{path}: 读不了：{error}", file=sys.stderr)
            return 2
        for problem in found:
            print(problem)
        wrong += len(found)
        if not found:
            print(f"{path}: 合格（{options.version}）")
    return int(wrong > 0)


def check_text(text: str, name: str, version: str = VERSION) -> Iterator[str]:
    """逐处给出清单里的错误：`文件:行: 字段: 说明`。"""
    documents = zip(yaml.compose_all(text, Loader=yaml.SafeLoader), yaml.safe_load_all(text), strict=True)
    for node, data in documents:
        if data is None:
            continue
        if not isinstance(data, dict) or not {"apiVersion", "kind"} <= set(data):
            yield f"{name}:{_line(node, [])}: 没有 apiVersion 或 kind"
            continue
        for path, message in [
            *_schema_problems(data, version),
            *_value_problems(data, version),
            *_selector_problems(data),
        ]:
            yield f"{name}:{_line(node, path)}: {'.'.join(map(str, path)) or data['kind']}: {message}"


def _schema_problems(data: dict[str, Any], version: str) -> Iterator[tuple[list[Any], str]]:
    custom = _custom_schemas().get((data["apiVersion"], data["kind"]))
    if custom is not None:
        for mistake in jsonschema.Draft202012Validator(custom).iter_errors(data):
            yield list(mistake.path), mistake.message
        return
    try:
        kubernetes_validate.validate(data, version, strict=True)
    except kubernetes_validate.ValidationError as error:
        yield list(error.path), error.message
    except kubernetes_validate.SchemaNotFoundError:
        yield [], f"{version} 没有 {data['apiVersion']} 的 {data['kind']}"


def _custom_schemas() -> dict[tuple[str, str], Any]:
    """返回脚本旁边那些自定义资源的 schema，以 apiVersion 和 kind 为键。"""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("*.crd.json"))]
    return {(file["apiVersion"], file["kind"]): file["schema"] for file in files}


def _value_problems(data: dict[str, Any], version: str) -> Iterator[tuple[list[Any], str]]:
    definitions = _definitions(version)
    for path, kind, field, value in _fields(data, _root_type(data, definitions), definitions, []):
        allowed = ENUMS.get(f"{kind}.{field}") or ENUMS.get(field)
        if allowed and isinstance(value, str) and value not in allowed:
            yield path, f"{value!r} 不在 {'、'.join(allowed)} 之中"
        limits = RANGES.get(f"{kind}.{field}") or RANGES.get(field)
        if limits and isinstance(value, int) and not limits[0] <= value <= limits[1]:
            yield path, f"{value} 不在 {limits[0]} 到 {limits[1]} 之间"


def _selector_problems(data: dict[str, Any]) -> Iterator[tuple[list[Any], str]]:
    spec = data.get("spec") or {}
    wanted = (spec.get("selector") or {}).get("matchLabels") if isinstance(spec.get("selector"), dict) else None
    template = spec.get("template")
    if wanted and isinstance(template, dict):
        labels = (template.get("metadata") or {}).get("labels") or {}
        for key, value in wanted.items():
            if labels.get(key) != value:
                yield ["spec", "selector", "matchLabels", key], "选不到自己的模板：template.metadata.labels 里没有它"


def _fields(
    data: Any, name: str, definitions: dict[str, Any], path: list[Any]
) -> Iterator[tuple[list[Any], str, str, Any]]:
    """逐个给出 `data`（类型是 `name`）之下每个字段的路径、类型、定义和值。"""
    properties = definitions.get(name, {}).get("properties", {})
    for field, value in data.items() if isinstance(data, dict) else ():
        yield [*path, field], name.rsplit(".", 1)[-1], str(field), value
        schema = properties.get(field, {})
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from _fields(item, _reference(schema.get("items", {})), definitions, [*path, field, number])
        else:
            yield from _fields(value, _reference(schema), definitions, [*path, field])


def _reference(schema: dict[str, Any]) -> str:
    """返回 schema 引用的类型名。"""
    for part in (schema, *schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        if "$ref" in part:
            return str(part["$ref"]).rsplit("/", 1)[-1]
    return ""


def _known_versions() -> list[str]:
    from kubernetes_validate import utils

    return list(dict.fromkeys(utils.major_minor(version) for version in utils.all_versions()))


def _definitions(version: str) -> dict[str, Any]:
    from kubernetes_validate import utils

    newest = [v for v in utils.all_versions() if utils.major_minor(v) == version][-1]
    contents = utils.schema_contents(f"kubernetes-json-schema/v{newest}-local-strict/_definitions.json", version)
    definitions: dict[str, Any] = contents["$defs"]
    return definitions


def _root_type(data: dict[str, Any], definitions: dict[str, Any]) -> str:
    group, _, version = str(data["apiVersion"]).rpartition("/")
    for name, schema in definitions.items():
        for known in schema.get("x-kubernetes-group-version-kind", ()):
            if (known["group"], known["version"], known["kind"]) == (group, version, data["kind"]):
                return name
    return ""


def _line(node: yaml.Node, path: list[Any]) -> int:
    """返回 `path` 处的值所在的行；没有就是包含它的那一行。"""
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = [value for key, value in node.value if key.value == str(part)]
        elif isinstance(node, yaml.SequenceNode):
            found = node.value[int(part) : int(part) + 1]
        else:
            found = []
        if not found:
            break
        node = found[0]
    return node.start_mark.line + 1


if __name__ == "__main__":
    sys.exit(main())
