#!/usr/bin/env python3
"""vary_corpus.py [--keep-words] CORPUS.jsonl ANNOTATED.jsonl COUNT > LARGER.jsonl

Makes a collection of COUNT reports out of real ones, to measure how cost grows with their number: the reports
themselves, then variants of all of them, until there are enough. Within a variant every name stands for another name
of its type and length, every number for another of as many digits, and a part of the sentences changed places between
reports; each variant is two days later than the one before. So that variants tell other things and do not merely copy
one another, every other word that is not frequent stands for one of about its frequency. With --keep-words these stay:
then every sentence stands in every variant, and the number of copies of a report grows with the collection.

ANNOTATED is what `isnad annotate CORPUS` wrote. The seed is fixed: the same input gives the same output.
"""
import argparse
import collections
import datetime
import json
import math
import random
import re
import sys

SEED = 20150721
DAYS_OF_A_VARIANT = 2
SHARE_OF_SENTENCES_MOVED = 0.3
SHARE_OF_FREQUENT = 0.03  # of the reports: a word that more of them have stays
WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
DIGITS = re.compile(r"\d+")
SENTENCE_END = re.compile(r"(?<=[.؟!»\n])(?=\s)")


def permuted(items, random_source):
    """A random one-to-one mapping of the items on themselves, in an order that does not depend on hashing."""
    ordered = sorted(items)
    shuffled = ordered[:]
    random_source.shuffle(shuffled)
    return dict(zip(ordered, shuffled))


def by_class(items, class_of):
    classes = collections.defaultdict(list)
    for item in items:
        classes[class_of(item)].append(item)
    return [classes[key] for key in sorted(classes)]


class Variant:
    """What stands for what in one variant."""

    def __init__(self, number, names, words, keep_words):
        self.random = random.Random(SEED + number)
        self.names = {}
        for group in by_class(names, lambda name: (name[0], len(name[1].split()))):
            self.names.update(permuted(group, self.random))
        self.words = {}
        if not keep_words:
            for group in by_class(words, lambda word: int(2 * math.log2(words[word]))):
                self.words.update(permuted(group, self.random))
        self.offset = self.random.randrange(1, 9)
        self.days = datetime.timedelta(days=DAYS_OF_A_VARIANT * number)

    def plain(self, text):
        """Text without names: words and numbers replaced."""
        text = WORD.sub(lambda match: self.words.get(match.group(), match.group()), text)
        return DIGITS.sub(self.number, text)

    def number(self, match):
        digits = match.group()
        shifted = "".join(str((int(digit) + self.offset) % 10) for digit in digits)
        return "1" + shifted[1:] if shifted[0] == "0" and digits[0] != "0" else shifted

    def text(self, report):
        out, at = [], 0
        for start, end, kind in report["names"]:
            out.append(self.plain(report["text"][at:start]))
            out.append(self.names[kind, report["text"][start:end]][1])
            at = end
        return "".join(out) + self.plain(report["text"][at:])

    def published(self, day):
        try:
            return str(datetime.datetime.fromisoformat(day) + self.days)
        except (TypeError, ValueError):
            return day


def read(corpus, annotated):
    """The reports that were annotated, with the places of their names in characters."""
    names = {}
    with open(annotated, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            names[document["id"]] = document["mentions"]
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            if report["id"] not in names:
                continue
            source = report["text"].encode()
            report["names"] = []
            at = 0
            for mention in names[report["id"]]:
                start = len(source[: mention["start"]].decode(errors="ignore"))
                end = len(source[: mention["end"]].decode(errors="ignore"))
                if start >= at and end > start:
                    report["names"].append((start, end, mention["type"]))
                    at = end
            yield report


def move_sentences(texts, random_source):
    """Lets a part of the sentences, never the first, change places between the texts."""
    parts = [SENTENCE_END.split(text) for text in texts]
    places = [(r, s) for r, sentences in enumerate(parts) for s in range(1, len(sentences))
              if random_source.random() < SHARE_OF_SENTENCES_MOVED]
    shuffled = places[:]
    random_source.shuffle(shuffled)
    moved = [parts[r][s] for r, s in shuffled]
    for (r, s), sentence in zip(places, moved):
        parts[r][s] = sentence
    return ["".join(sentences) for sentences in parts]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep-words", action="store_true")
    parser.add_argument("corpus")
    parser.add_argument("annotated")
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    reports = list(read(options.corpus, options.annotated))
    names = {(kind, report["text"][start:end]) for report in reports for start, end, kind in report["names"]}
    holders = collections.Counter()
    for report in reports:
        holders.update(set(WORD.findall(report["text"])))
    words = {word: count for word, count in holders.items() if count <= SHARE_OF_FREQUENT * len(reports)}
    written = 0
    for number in range(math.ceil(options.count / len(reports))):
        variant = Variant(number, names, words, options.keep_words)
        texts = [report["text"] for report in reports]
        if number > 0:
            texts = move_sentences([variant.text(report) for report in reports], variant.random)
        for report, text in zip(reports, texts):
            if written == options.count:
                return
            written += 1
            changed = {"id": f"v{number}-{report['id']}" if number > 0 else report["id"],
                       "outlet": report.get("outlet"), "published": variant.published(report.get("published")),
                       "title": text.split("\n", 1)[0], "text": text}
            sys.stdout.write(json.dumps(changed, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
