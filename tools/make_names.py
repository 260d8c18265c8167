#!/usr/bin/env python3
"""make_names.py [options] [DUMP...] > FILE: a table of names for `isnad --names`, of Wikidata's JSON.

DUMP holds one entity a line, as Wikidata's dumps do (the brackets around them and the comma behind each are passed over);
.gz and .bz2 are unpacked, none or - is standard input. An entity with an Arabic label becomes a row where its class tells
that it is a person, an organization or a location. Works offline, in constant memory but for the names seen.
"""
import argparse
import bz2
import gzip
import json
import re
import sys

HUMAN = "Q5"
# Wikidata's commonest classes (P31) of bodies and places; what has coordinates and a country is a place as well.
ORGANIZATIONS = set("""Q43229 Q4830453 Q783794 Q6881511 Q891723 Q7278 Q327333 Q192350 Q163740 Q484652 Q476028 Q11032
    Q1110794 Q192283 Q1616075 Q1002697 Q3918 Q17127659 Q176799 Q22687 Q46970 Q79913 Q245065 Q41487 Q2085381 Q5398426 Q748019
    Q1194951 Q157031 Q431289 Q17149090 Q35749 Q11204 Q1752346 Q4358176 Q190752 Q41710 Q20857065 Q1530022 Q31728""".split())
LOCATIONS = set("""Q6256 Q3624078 Q515 Q486972 Q532 Q3957 Q10864048 Q15284 Q5119 Q1549591 Q35657 Q4022 Q23397 Q8502 Q23442
    Q1248784 Q165 Q82794 Q1637706 Q200250 Q7270 Q6465 Q107390 Q27096213 Q34442 Q12280 Q123705 Q7930989 Q2074737""".split())
ARABIC = re.compile(r"^[\u0621-\u065f\u0670-\u06ff0-9 .\-'،/]+$")
BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")


def entities(paths):
    """The entities of the files, with the place of each."""
    for path in paths or ["-"]:
        if path == "-":
            stream = sys.stdin.buffer
        else:
            stream = {"gz": gzip.open, "z2": bz2.open}.get(path[-2:], open)(path, "rb")
        with stream:
            for number, line in enumerate(stream, 1):
                line = line.strip().rstrip(b",")
                if line in (b"", b"[", b"]"):
                    continue
                try:
                    yield json.loads(line)
                except ValueError as error:
                    sys.exit(f"{path}:{number}: this is no JSON: {error}")


def items(entity, prop):
    """The ids that the entity's statements of a property name."""
    found = []
    for claim in entity.get("claims", {}).get(prop, []):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, dict) and "id" in value:
            found.append(value["id"])
    return found


def type_of(entity):
    classes = set(items(entity, "P31"))
    if HUMAN in classes:
        return "person"
    if classes & ORGANIZATIONS:
        return "organization"
    if classes & LOCATIONS or (entity.get("claims", {}).get("P625") and items(entity, "P17")):
        return "location"
    return None


def clean(name):
    """The name without what tells it apart in brackets; empty where it is not written in Arabic letters."""
    name = " ".join(BRACKETS.sub("", name).replace("|", " ").split())
    return name if ARABIC.match(name) else ""


def row_of(entity, kind):
    name = clean(entity.get("labels", {}).get("ar", {}).get("value", ""))
    if not name:
        return None
    aliases = []
    for alias in entity.get("aliases", {}).get("ar", []):
        alias = clean(alias["value"])
        # A person's single alias ("محمد") would be many persons'.
        if alias and alias != name and alias not in aliases and (kind != "person" or " " in alias):
            aliases.append(alias)
    latin = " ".join(entity.get("labels", {}).get("en", {}).get("value", "").split())
    return [name, kind, "wikidata:" + entity["id"], "|".join(aliases), latin]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("dump", nargs="*", help="files; none: standard input")
    parser.add_argument("--type", choices=["person", "organization", "location"], help="only names of this type")
    parser.add_argument("--country", metavar="ID", help="only what is of this country, as Q851")
    parser.add_argument("--links", type=int, default=0, metavar="N", help="only what has articles in so many languages")
    options = parser.parse_args()
    print("# what: names for isnad --names; made by tools/make_names.py")
    print("# source: Wikidata\n# licence: CC0-1.0\n# rows: list\nname\ttype\tid\taliases\tlatin")
    seen = set()
    for entity in entities(options.dump):
        kind = type_of(entity)
        countries = items(entity, "P27") + items(entity, "P17")
        if kind is None or (options.type and kind != options.type):
            continue
        if (options.country and options.country not in countries) or len(entity.get("sitelinks", {})) < options.links:
            continue
        row = row_of(entity, kind)
        if row and row[2] not in seen:
            seen.add(row[2])
            print("\t".join(row))


if __name__ == "__main__":
    main()
