#!/usr/bin/env python3
"""Scores the program on phrases of which the numbers or the dates are known.

The phrase files have one JSON object a line: `text`, `values` and, for dates, `on`, the day the phrase is said.
A number that touches the letters of its unit ("20دولار") is left out on the program's side, as these lists leave it to
a reader of quantities; a range gives its two ends. A date is right where the program's first DATE or TIME has the same
value, to the precision of the shorter of the two.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


ARABIC = re.compile("[\u0621-\u064a]")
CARRIER = "هذا كلام عربي يتبع ما قبله"


def annotate(program, phrases):
    """The program's result for each phrase, in order."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as reports:
        for i, phrase in enumerate(phrases):
            text = phrase["text"]
            if not ARABIC.search(text):
                text += "\n" + CARRIER  # the program passes over reports that hold no Arabic
            report = {"id": str(i), "text": text}
            if "on" in phrase:
                report["published"] = phrase["on"]
            reports.write(json.dumps(report, ensure_ascii=False) + "\n")
        reports.flush()
        out = subprocess.run([program, "annotate", reports.name], capture_output=True, text=True).stdout
    found = {}
    for line in out.splitlines():
        result = json.loads(line)
        found[result["id"].split(":")[-1]] = result
    return [found.get(str(i), {}) for i in range(len(phrases))]


def touches_letters(number, text):
    after = text[number["end"]:].decode(errors="replace")[:1]
    return after.isalpha()


def numbers_of(result, text):
    values = []
    for number in result.get("numbers", []):
        if touches_letters(number, text.encode()):
            continue
        values.append(number["value"])
        low, high = number.get("min"), number.get("max")
        if low is not None and high is not None and high != low and number["kind"] != "vague":
            values.append(high)
    return values


def same_number(a, b):
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b)) if abs(a) > 1e-9 else abs(a - b) <= 1e-3 * max(abs(a), abs(b))


def numbers_right(phrase, result):
    values = numbers_of(result, phrase["text"])
    return len(values) == len(phrase["values"]) and all(map(same_number, values, phrase["values"])), values


def dates_of(result):
    """Values of dates and times, and the days that durations before or behind a day reach ("قبل أسبوع")."""
    return [t.get("anchor") or t["value"] for t in result.get("times", []) if t.get("anchor") or t["type"] in ("DATE", "TIME")]


def same_date(a, b):
    a = a.removesuffix("Z")
    b = b.removesuffix("Z")
    n = min(len(a), len(b))
    return n >= 4 and a[:n] == b[:n]


def dates_right(phrase, result):
    values = dates_of(result)
    wanted = phrase["values"] + phrase.get("timex", [])
    return len(values) == 1 and any(same_date(values[0], w) for w in wanted), values


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("files", nargs="+", type=Path, help="numbers.jsonl, dates.jsonl")
    parser.add_argument("--errors", action="store_true", help="list the phrases that came out wrong")
    args = parser.parse_args()
    for path in args.files:
        phrases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        judge = dates_right if any("on" in p for p in phrases) else numbers_right
        judged = [judge(p, r) for p, r in zip(phrases, annotate(args.program, phrases))]
        right = sum(ok for ok, _ in judged)
        print(f"{path.name}: {right} of {len(phrases)} right, {right / len(phrases):.3f}")
        if args.errors:
            for phrase, (ok, values) in zip(phrases, judged):
                if not ok:
                    print(f"  {phrase['text']}\t{phrase.get('on', '')}\t{values} for {phrase['values']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
