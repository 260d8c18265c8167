#!/usr/bin/env python3
"""Refuses files that are too long, and code in src/ that prints, ends the process or asks the world.

usage: check_sources.py ROOT

Stages are functions of their arguments: the edge in apps/ prints, exits, and knows the clock and the environment.
base/assert is the one place that may stop the process: a broken invariant has no other way out.
"""
import re
import sys
from pathlib import Path

MAX_LINES = 500
SUFFIXES = {".cc", ".h", ".ts", ".tsx"}
FOLDERS = ("src", "apps", "include", "tests", "bench", "fuzz", "tools", "web")
NOT_OURS = {"node_modules", "dist", "build"}

FORBIDDEN = [
    (re.compile(r"\b(?:v?f?printf|f?puts|f?putc|putchar|perror)\s*\("), "prints"),
    (re.compile(r"\bstd::(?:cout|cerr|clog|print|println)\b|\bfmt::(?:print|println)\b"), "prints"),
    (re.compile(r"(?<![\w.>])(?:std::)?(?:_?exit|_Exit|quick_exit|abort|terminate)\s*\("), "ends the process"),
    (re.compile(r"_clock::now\b|\b(?:gettimeofday|localtime|gmtime|strftime)\s*\("
                r"|\bstd::(?:time|clock)\s*\(|\btime\s*\(\s*(?:nullptr|NULL|0)\s*\)"), "asks the clock"),
    (re.compile(r"\b(?:getenv|setlocale)\s*\("), "asks the environment"),
    (re.compile(r"(?<![\w.>])(?:std::)?s?rand\s*\(|\brandom_device\b"), "is not repeatable"),
]
# Comments and literals say anything they like. Newlines in them are kept so that line numbers stay right.
IGNORED = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
                     r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'", re.S)


def code_of(text):
    return IGNORED.sub(lambda match: '""' + "\n" * match.group().count("\n"), text)


def files(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            where = path.relative_to(root)
            if path.suffix in SUFFIXES and not NOT_OURS & set(where.parts):
                yield path, where


def check(root):
    problems = []
    for path, where in files(root):
        text = path.read_text(encoding="utf-8")
        length = text.count("\n")
        if length > MAX_LINES:
            problems.append(f"{where}:{length}: longer than {MAX_LINES} lines; a file has one reason to change")
        if where.parts[0] != "src" or where.with_suffix("") == Path("src/base/assert"):
            continue
        for number, line in enumerate(code_of(text).split("\n"), 1):
            problems += [f"{where}:{number}: {what}, in src/: {line.strip()}"
                         for pattern, what in FORBIDDEN if pattern.search(line)]
    return problems


if __name__ == "__main__":
    found = check(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(found) if found else "sources: within the rules")
    sys.exit(1 if found else 0)
