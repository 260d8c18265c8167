#!/usr/bin/env python3
"""Sums up what ./dev test ran: says what failed and why, what was skipped and why, and how many passed.

usage: test_summary.py FOLDER

FOLDER holds, by name: *.xml, what ctest --output-junit wrote; *.out, what node --test printed; *.failed, a sentence
for each step that failed. The closing line is "N passed, N failed, N skipped".
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

NODE_COUNT = re.compile(r"^[#ℹ] (pass|fail|skipped|todo) (\d+)$", re.M)
NODE_SKIP = re.compile(r"^\s*(?:ok \d+ - |﹣ )(.*?) # SKIP(.*)$", re.M)


def why_skipped(case):
    """GoogleTest prints the reason on the line after "file:line: Skipped"."""
    output = (case.findtext("system-out") or "").split("\n")
    for line, following in zip(output, output[1:]):
        if re.search(r":\d+: Skipped$", line.strip()):
            return following.strip()
    printed = [line.strip() for line in output if line.strip().lower().startswith("skipped")]
    return printed[0] if printed else "no reason given"


def read_ctest(path, counts, skipped):
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        name, status = f"{path.stem}: {case.get('name')}", case.get("status")
        if status == "run":
            counts["passed"] += 1
        elif status in ("notrun", "disabled"):
            counts["skipped"] += 1
            skipped.append((why_skipped(case), name))
        else:
            counts["failed"] += 1
            print(f"FAILED {name}\n{(case.findtext('system-out') or '').strip()}\n")


def read_node(path, counts, skipped):
    text = path.read_text(encoding="utf-8", errors="replace")
    found = {kind: int(number) for kind, number in NODE_COUNT.findall(text)}
    counts["passed"] += found.get("pass", 0)
    counts["failed"] += found.get("fail", 0)
    counts["skipped"] += found.get("skipped", 0) + found.get("todo", 0)
    skipped += [(reason.strip() or "no reason given", f"page: {name}") for name, reason in NODE_SKIP.findall(text)]
    return found


def main():
    folder = Path(sys.argv[1])
    counts, skipped = Counter(), []
    for path in sorted(folder.glob("*.xml")):
        read_ctest(path, counts, skipped)
    for path in sorted(folder.glob("*.out")):
        found = read_node(path, counts, skipped)
        failed = path.with_suffix(".failed")
        if failed.exists():
            print(f"FAILED {path.stem}\n{path.read_text(encoding='utf-8', errors='replace').strip()}\n")
        elif not found:
            counts["passed"] += 1  # a step without tests of its own, such as the type check
        if failed.exists() and found.get("fail"):
            failed.unlink()  # its failures are counted one by one
    for path in sorted(folder.glob("*.failed")):
        counts["failed"] += 1
        print(f"FAILED {path.read_text(encoding='utf-8').strip()}")
    for reason in sorted({reason for reason, _ in skipped}):
        names = [name for other, name in skipped if other == reason]
        print(f"skipped {len(names)}: {reason} ({', '.join(names[:3])}{', …' if len(names) > 3 else ''})")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
