#!/usr/bin/env python3
"""Refuses tables of data/ that do not say what they are, or whose rows are broken.

usage: check_data.py ROOT

Every data/**/*.tsv has header lines "# what: ...", "# source: ..." and "# licence: ...", then the names of its columns,
then rows of no more cells (empty ones at the end may be left out). Where there is a column "example" it is filled in every row, and every table
has one, except lists of plain facts: those of data/names/, and those that say "# rows: list" in their header.
"""
import sys
import unicodedata
from pathlib import Path

REQUIRED = ("what", "source", "licence")


def header_of(lines):
    header = {}
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].strip().partition(":")
            header.setdefault(key.strip().split(" ")[0], value.strip() or line[1:].strip())
    return header


def check_rows(where, rows, problems):
    columns = rows[0][1].split("\t")
    if len(set(columns)) != len(columns):
        problems.append(f"{where}:{rows[0][0]}: a column is named twice")
    example = columns.index("example") if "example" in columns else None
    seen = {}
    for number, line in rows[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            problems.append(f"{where}:{number}: {len(cells)} cells for {len(columns)} columns")
            continue
        if any(cell != cell.strip() for cell in cells):
            problems.append(f"{where}:{number}: space at the border of a cell")
        if example is not None and not "".join(cells[example:example + 1]):
            problems.append(f"{where}:{number}: no example")
        if line in seen:
            problems.append(f"{where}:{number}: the same row stands in line {seen[line]}")
        seen[line] = number
    return example is not None


def check_table(path, where, problems):
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        problems.append(f"{where}: not UTF-8 ({error.reason} at byte {error.start})")
        return
    if "\r" in text:
        problems.append(f"{where}: carriage returns")
    if text and not text.endswith("\n"):
        problems.append(f"{where}: no newline at the end")
    if unicodedata.normalize("NFC", text) != text:
        problems.append(f"{where}: not in normal form C")
    lines = text.split("\n")
    header = header_of(lines)
    problems += [f"{where}: no '# {key}: ...' in the header" for key in REQUIRED if not header.get(key)]
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not rows:
        problems.append(f"{where}: no line of column names")
        return
    plain_facts = "names" in where.parts or header.get("rows") == "list"
    if not check_rows(where, rows, problems) and not plain_facts:
        problems.append(f"{where}: no column 'example' (a list of plain facts says '# rows: list')")


def check(root):
    problems = []
    for path in sorted((root / "data").rglob("*.tsv")):
        check_table(path, path.relative_to(root), problems)
    return problems


if __name__ == "__main__":
    found = check(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
    print("\n".join(found) if found else "data: every table in form")
    sys.exit(1 if found else 0)
