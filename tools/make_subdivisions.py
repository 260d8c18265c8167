#!/usr/bin/env python3
"""Makes data/names/subdivisions.tsv: provinces, states and governorates from the Unicode CLDR.

CLDR's Arabic names of ISO 3166-2 subdivisions come from many hands: a class word stands before or after the name,
some are mere points of the compass. The class word is taken off, and what then is a plain word, a person's name or
a place of the hand-written tables is left out.

Needs: unicode-cldr-core.
Usage: tools/make_subdivisions.py [DATA_NAMES_FOLDER]
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from make_geonames import fold, taken_names

ARABIC = "/usr/share/unicode/cldr/common/subdivisions/ar.xml"
ENGLISH = "/usr/share/unicode/cldr/common/subdivisions/en.xml"
# Countries whose divisions are counted by the hundred, or are parishes and town halls.
SKIPPED = set("ad ag bb bd bs cv cz dm fm gd gb hu jm kn lc li lk lr lv mc md me mh mk mt mu mv na nr pw sb sc si sm "
              "st sv sz tl tt tv tw ug um vc vu wf ws".split())
CLASS_WORD = re.compile(
    r"^(محافظة|محافظه|ولاية|مقاطعة|إقليم|اقليم|منطقة|إدارة|بلدية|شعبية|مديرية|دائرة|جمهورية|كانتون|أوبليس|إمارة|امارة|جهة|لواء|"
    r"ناحية|ضاحية|أبرشية|بلدة|مدينة|أوبلاست) ")
CLASS_WORD_BEHIND = re.compile(r" (أوبلاست|أوبلاستي|كراي)$")
COMPASS = re.compile(r"^(ال)?(شمال|جنوب|شرق|غرب|وسط)(ي|ية)?$|^(ال)?(شمال|جنوب)(ي|ية)? (ال)?(شرق|غرب)(ي|ية)?$|^العاصمة|^الوسطى$")
MIN_LETTERS = 4


def names(path):
    return {node.get("type"): node.text for node in ElementTree.parse(path).iter("subdivision")}


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "data/names")
    taken = taken_names(folder)
    english = names(ENGLISH)
    rows, seen = [], set()
    for code, text in sorted(names(ARABIC).items()):
        country = code[:2]
        name = re.split("[،(]", text)[0].strip()
        name = CLASS_WORD_BEHIND.sub("", CLASS_WORD.sub("", name)).strip()
        key = fold(name)
        letters = len(key.removeprefix("ال").replace(" ", ""))
        if country in SKIPPED or key in taken or key in seen or letters < MIN_LETTERS or COMPASS.match(name):
            continue
        if not re.fullmatch(r"[\u0621-\u063a\u0641-\u064a -]+", name):
            continue
        seen.add(key)
        # One word may be an ordinary one that no table names: it needs other evidence.
        ambiguous = "" if " " in name else name
        latin = re.sub("[²³¹]", "", english.get(code, ""))
        rows.append(f"location\tsubdivision:{code}\t{name}\t\tcountry:{country}\t{latin}\t{ambiguous}\n")
    with open(folder / "subdivisions.tsv", "w", encoding="utf-8") as out:
        out.write("# what: provinces, states and governorates that cities.tsv does not hold; made by tools/make_subdivisions.py\n"
                  "# source: Unicode CLDR 41, common/subdivisions/ar.xml and en.xml; changed: class words and compass points removed\n"
                  "# licence: Unicode-DFS-2016, (c) 1991-2022 Unicode, Inc.\n"
                  "type\tid\tname\taliases\tcountry\tlatin\tambiguous\n")
        out.writelines(rows)


if __name__ == "__main__":
    main()
