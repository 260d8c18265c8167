#!/usr/bin/env python3
"""Refuses #includes that go against the order of folders in src/LAYERS.

usage: check_layers.py ROOT

A folder may use itself and the folders on the lines above its own; folders on one line never use one another.
The public headers in include/isnad/ stand alone: they include the standard library and each other.
"""
import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def read_layers(path):
    """Folder -> number of its line, in order."""
    level = {}
    lines = [line.split("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines()]
    for number, folders in enumerate(filter(None, lines)):
        for folder in folders:
            level[folder] = number
    return level


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) == '"', match.group(2)


def check_source(path, where, level, problems):
    folder = where.parts[1] if len(where.parts) > 2 else None
    if folder not in level:
        problems.append(f"{where}:1: not in a folder that src/LAYERS names")
        return
    for number, quoted, name in includes(path):
        target = name.split("/")[0]
        if target == "isnad" and level[folder] != max(level.values()):
            problems.append(f"{where}:{number}: only the last layer knows the public headers: {name}")
        elif quoted and "/" not in name:
            problems.append(f"{where}:{number}: includes are relative to src/: {name}")
        elif target in level and target != folder and level[target] >= level[folder]:
            problems.append(f"{where}:{number}: {folder}/ may not use {target}/")


def check_public_header(path, where, problems):
    for number, _, name in includes(path):
        if not name.startswith("isnad/") and ("/" in name or "." in name):
            problems.append(f"{where}:{number}: a public header includes only the standard library: {name}")


def check(root):
    level = read_layers(root / "src/LAYERS")
    problems = [f"src/LAYERS: there is no folder src/{folder}"
                for folder in level if not (root / "src" / folder).is_dir()]
    for path in sorted((root / "src").rglob("*")):
        if path.suffix in (".h", ".cc"):
            check_source(path, path.relative_to(root), level, problems)
    for path in sorted((root / "include").rglob("*.h")):
        check_public_header(path, path.relative_to(root), problems)
    return problems


if __name__ == "__main__":
    found = check(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(found) if found else "layers: in order")
    sys.exit(1 if found else 0)
