#!/usr/bin/env python3
"""Holds what the program writes against docs/report.schema.json. usage: schema_test.py PROGRAM

Understands the part of JSON Schema that the file uses: type, required, properties, items, enum, minimum, $ref. A member
that the schema does not name is an error too: the schema is the whole contract.
"""
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def has_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def check(value, schema, where, problems):
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(has_type(value, name) for name in types):
        problems.append(f"{where}: {value!r:.60} is no {' or '.join(types)}")
        return
    if "enum" in schema and value not in schema["enum"]:
        problems.append(f"{where}: {value!r:.60} is not allowed")
    if "minimum" in schema and value < schema["minimum"]:
        problems.append(f"{where}: {value} is too small")
    if isinstance(value, dict):
        problems += [f"{where}: no '{name}'" for name in schema.get("required", []) if name not in value]
        for name, item in value.items():
            if "properties" in schema and name not in schema["properties"]:
                problems.append(f"{where}: '{name}' is not in the schema")
            elif "properties" in schema:
                check(item, schema["properties"][name], f"{where}.{name}", problems)
    if isinstance(value, list):
        for number, item in enumerate(value):
            check(item, schema.get("items", {}), f"{where}[{number}]", problems)


def main(program):
    examples = ROOT / "examples"
    run = lambda *arguments: subprocess.run([program, *arguments], capture_output=True, check=True).stdout.decode()
    report = json.loads(run("report", "--json", "--text", examples))
    problems = []
    check(report, SCHEMA, "report", problems)
    lines = run("annotate", examples).splitlines()
    for number, line in enumerate(lines, 1):
        check(json.loads(line), {"$ref": "#/$defs/document"}, f"annotate:{number}", problems)
    if len(lines) != len(report["documents"]):
        problems.append(f"annotate wrote {len(lines)} documents, report {len(report['documents'])}")
    ids = [item["id"] for part in ("documents", "entities", "stories", "groups") for item in report[part]]
    if len(ids) != len(set(ids)):
        problems.append("an id stands twice")
    for document in report["documents"]:
        size = len(document["text"].encode())
        for layer in ("lines", "numbers", "times", "mentions", "figures"):
            problems += [f"{document['id']} {layer}: span {x['start']}-{x['end']} is not in the text"
                         for x in document[layer] if not 0 <= x["start"] < x["end"] <= size]
    for problem in problems[:40]:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
