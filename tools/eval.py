#!/usr/bin/env python3
"""Scores isnad on the annotated stories and compares the pooled figures with the floors of eval/floors.json.

usage: eval.py [--raise | --lower LAYER --why TEXT] [--errors LAYER] [--eval-dir DIR] [--program FILE]

Floors only ever go up by --raise, to what was reached, rounded down to 0.005. Going down takes --lower and a reason,
which the file keeps. The file also keeps the SHA-256 of each gold file, so that a floor says on what it was reached.
Exit status: 0 all floors held, 1 something is below its floor or failed. Absent data is skipped, and said.
"""
import argparse
import datetime
import hashlib
import json
import math
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEP = 0.005


def run(command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, encoding="utf-8", **options)


def rounded_down(value):
    return round(math.floor(value / STEP + 1e-9) * STEP, 3)


def report(program, story, out):
    """Runs the program on a story; the seconds it took."""
    began = time.monotonic()
    with open(out, "w", encoding="utf-8") as file:
        run([program, "report", "--json", story / "documents.jsonl"], stdout=file)
    return time.monotonic() - began


def value_of(row):
    """The figure of a layer that a floor holds: accuracy where answers are counted, else F1."""
    return row.get("accuracy", row.get("f1"))


def compare(reached, floors):
    """Prints the layers beside their floors; the layers below."""
    below = []
    print(f"\n{'layer':20} {'reached':>8} {'floor':>7}")
    for layer, floor in floors.items():
        value = reached.get(layer)
        held = value is not None and value >= floor
        print(f"{layer:20} {'absent' if value is None else f'{value:.3f}':>8} {floor:7.3f}{'' if held else '  BELOW'}")
        if not held:
            below.append(layer)
    return below


def change_floors(book, reached, hashes, options):
    floors = book["floors"]
    if options.lower:
        if options.lower not in floors:
            sys.exit(f"eval: no floor for '{options.lower}'; there is one for: {', '.join(floors)}")
        new = rounded_down(reached.get(options.lower, 0.0))
        if new >= floors[options.lower]:
            sys.exit(f"eval: {options.lower} reached {new}, which is not below its floor")
        book["lowered"].append({"layer": options.lower, "from": floors[options.lower], "to": new, "why": options.why,
                                "date": datetime.date.today().isoformat()})
        floors[options.lower] = new
    else:
        for layer in floors:
            floors[layer] = max(floors[layer], rounded_down(reached.get(layer, 0.0)))
    book["gold_sha256"] = hashes
    options.floors.write_text(json.dumps(book, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.floors}")


def score_stories(options, work):
    """Layer -> figure pooled over the stories, and story -> SHA-256 of its gold file."""
    scorer = options.eval_dir / "score.py"
    stories = sorted(path.parent for path in (options.eval_dir / "stories").glob("*/gold.json"))
    pairs, hashes = [], {}
    for story in stories:
        out = work / f"{story.name}.json"
        seconds = report(options.program, story, out)
        pair = [story / "gold.json", out]
        pairs += pair
        hashes[story.name] = hashlib.sha256(pair[0].read_bytes()).hexdigest()
        print(f"\n{story.name} ({seconds:.2f} s)")
        sys.stdout.flush()
        run([sys.executable, scorer, *pair])
    print(f"\nall {len(stories)} stories, pooled")
    sys.stdout.flush()
    errors = ["--errors", options.errors] if options.errors else []
    run([sys.executable, scorer, *errors, *pairs])
    pooled = json.loads(run([sys.executable, scorer, "--json", *pairs], stdout=subprocess.PIPE).stdout)
    return {layer: value_of(row) for layer, row in pooled.items()}, hashes


def score_clusters(options, work):
    """Clustering of the corpus, once the program has a command for it."""
    usage = run([options.program, "--help"], stdout=subprocess.PIPE).stdout
    if not any(line.split()[:1] == ["stories"] for line in usage.splitlines()):
        return
    gold = options.eval_dir / "corpus/clusters.json"
    corpus = sorted((options.eval_dir / "corpus").glob("*.jsonl.gz"))
    plain = work / "corpus.jsonl"
    with open(plain, "wb") as file:
        for part in corpus:
            subprocess.run(["gzip", "-dc", part], check=True, stdout=file)
    out = work / "clusters.json"
    with open(out, "w", encoding="utf-8") as file:
        # Status 1 says that some reports of the corpus (empty ones, English ones) were skipped.
        ended = subprocess.run([str(options.program), "stories", "--json", str(plain)], stdout=file, stderr=subprocess.DEVNULL)
        if ended.returncode not in (0, 1):
            raise subprocess.CalledProcessError(ended.returncode, "isnad stories --json")
    print("\nclusters over the corpus")
    sys.stdout.flush()
    run([sys.executable, options.eval_dir / "score_clusters.py", gold, out])


def score_parts(options):
    """Layer -> figure of the single stages. tools/score_NAME.py PROGRAM FILE... is run where the evaluation data has a
    folder NAME; a line "FILE.jsonl: ..., 0.87" of what it prints is the layer "NAME: FILE"."""
    reached = {}
    for scorer in sorted((ROOT / "tools").glob("score_*.py")):
        name = scorer.stem.removeprefix("score_")
        files = sorted(path for path in (options.eval_dir / name).glob("*") if path.is_file())
        if not files:
            continue
        printed = run([sys.executable, scorer, options.program, *files], stdout=subprocess.PIPE).stdout
        print(f"\n{name}\n{printed.rstrip()}")
        for file, value in re.findall(r"^([\w-]+)\.\w+: .* ([01]\.\d+)$", printed, re.M):
            reached[f"{name}: {file}"] = float(value)
    return reached


def arguments():
    parser = argparse.ArgumentParser(prog="./dev eval", description=__doc__.splitlines()[0])
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what was reached")
    parser.add_argument("--lower", metavar="LAYER", help="lower one floor to what was reached; needs --why")
    parser.add_argument("--why", metavar="TEXT", help="the reason for lowering, kept in the file")
    parser.add_argument("--errors", metavar="LAYER", help="list the errors of a layer ('all' for every layer)")
    parser.add_argument("--eval-dir", type=Path, default=ROOT / "../shared/eval", help="the evaluation data")
    parser.add_argument("--program", type=Path, default=ROOT / "build/isnad")
    parser.add_argument("--floors", type=Path, default=ROOT / "eval/floors.json")
    options = parser.parse_args()
    if bool(options.lower) != bool(options.why):
        parser.error("--lower LAYER and --why TEXT go together")
    if options.lower and options.up:
        parser.error("either --raise or --lower")
    options.program = options.program.resolve()
    return options


def main():
    options = arguments()
    if not (options.eval_dir / "score.py").exists():
        print(f"skipped: {options.eval_dir} is not there")
        return 0
    work = ROOT / "build/eval"
    work.mkdir(parents=True, exist_ok=True)
    book = json.loads(options.floors.read_text(encoding="utf-8"))
    try:
        reached, hashes = score_stories(options, work)
        reached |= score_parts(options)
        score_clusters(options, work)
    except subprocess.CalledProcessError as error:
        print(f"eval: '{' '.join(error.cmd)}' ended with status {error.returncode}", file=sys.stderr)
        return 1
    if options.up or options.lower:
        change_floors(book, reached, hashes, options)
    elif book["gold_sha256"] != hashes:
        print("\nwarning: the gold files are not those the floors were set on", file=sys.stderr)
    below = compare(reached, book["floors"])
    print("every floor holds" if not below else f"below the floor: {', '.join(below)}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
