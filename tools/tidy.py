#!/usr/bin/env python3
"""Runs clang-tidy over src/ and apps/, in parallel, leaving out what has not changed since it last passed.

usage: tidy.py [--jobs N] [FILE...]

The compile commands are those of preset dev. A file is looked at again when it, a header that it includes, or
.clang-tidy has changed; the headers are what ninja noted when it compiled the file.
"""
import argparse
import hashlib
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/dev"
PASSED = ROOT / "build/tidy"
OUTPUT = re.compile(r" -o (\S+)")


def dependencies():
    """Object file -> the files of this project that it was made from."""
    found, current = {}, []
    listing = subprocess.run(["ninja", "-C", BUILD, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        if line.startswith(" "):
            path = (BUILD / line.strip()).resolve()
            if path.is_relative_to(ROOT):
                current.append(path)
        elif line:
            current = found.setdefault(line.split(":")[0], [])
    return found


def fingerprint(files):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes())
    for path in sorted(files):
        digest.update(f"{path}\n".encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()


def look_at(source, mark):
    """What clang-tidy has to say about a file; empty when it is content."""
    # GCC's own warning flags stand in the compile commands; clang does not know all of them.
    result = subprocess.run(["clang-tidy-19", "--quiet", "-p", BUILD, "--extra-arg=-Wno-unknown-warning-option",
                             "--extra-arg=-Wno-error", source], capture_output=True, text=True)
    if result.returncode == 0:
        mark.write_text("")
        return ""
    return result.stdout + (result.stderr if not result.stdout.strip() else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    wanted = {path.resolve() for path in options.files}
    PASSED.mkdir(parents=True, exist_ok=True)
    made_from, tasks = dependencies(), []
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        source = Path(entry["file"])
        folder = source.relative_to(ROOT).parts[0] if source.is_relative_to(ROOT) else ""
        if folder not in ("src", "apps") or (wanted and source not in wanted):
            continue
        mark = PASSED / fingerprint([source, *made_from.get(OUTPUT.search(entry["command"]).group(1), [])])
        if not mark.exists():
            tasks.append((source, mark))
    with ThreadPoolExecutor(options.jobs) as pool:
        complaints = [text for text in pool.map(lambda task: look_at(*task), tasks) if text]
    # A header's complaint comes with every file that includes it.
    print("\n".join(dict.fromkeys("\n".join(complaints).split("\n\n"))), end="\n" if complaints else "")
    print(f"clang-tidy: {len(tasks)} files looked at, {len(complaints)} with complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
