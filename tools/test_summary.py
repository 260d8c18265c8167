#!/usr/bin/env python3
"""Sums up what ./dev test ran: says what failed and why, what was skipped and why, and how many passed.

usage: test_summary.py FOLDER

FOLDER holds, by name: *.xml, what GoogleTest or ctest --output-junit wrote; *.out, what node --test printed; *.failed,
a sentence for each step that failed. The closing line is "N passed, N failed, N skipped".
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

NODE_COUNT = re.compile(r"^[#ℹ] (pass|fail|skipped|todo) (\d+)$", re.M)
NODE_SKIP = re.compile(r"^\s*(?:ok \d+ - |﹣ )(.*?) # SKIP(.*)$", re.M)


def why_skipped(case):
    """GoogleTest gives "file:line" and the reason on the next line; ctest what the test printed."""
    message = case.find("skipped").get("message", "") if case.find("skipped") is not None else ""
    lines = [line.strip() for line in (message + "\n" + (case.findtext("system-out") or "")).split("\n")]
    for line, following in zip(lines, lines[1:]):
        if re.search(r":\d+(?:: Skipped)?$", line) and following:
            return following
    printed = [line for line in lines if line.lower().startswith("skipped")]
    return printed[0] if printed else "no reason given"


def read_results(path, counts, skipped):
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        name = ".".join(filter(None, [case.get("classname"), case.get("name")]))
        name = f"{re.sub(r'-[0-9]+$', '', path.stem)}: {name}"
        failures = [failure.get("message", "") for failure in case.findall("failure")]
        if failures or case.get("status") == "fail":
            counts["failed"] += 1
            print(f"FAILED {name}", *failures, (case.findtext("system-out") or "").strip(), "", sep="\n")
        elif case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            counts["skipped"] += 1
            skipped.append((why_skipped(case), name))
        else:
            counts["passed"] += 1


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
        read_results(path, counts, skipped)
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
        print(f"FAILED {path.stem}\n{path.read_text(encoding='utf-8', errors='replace').strip()}\n")
    for reason in sorted({reason for reason, _ in skipped}):
        names = [name for other, name in skipped if other == reason]
        print(f"skipped {len(names)}: {reason} ({', '.join(names[:3])}{', …' if len(names) > 3 else ''})")
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
