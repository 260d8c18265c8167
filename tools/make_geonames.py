#!/usr/bin/env python3
"""Makes data/names/geonames_cities.tsv from Debian's libgeonames.

The library holds GeoNames' cities of more than 15,000 people as a GVariant inside a GResource, and their Arabic
names as a gettext catalogue keyed by GeoNames id. Cities without a name in Arabic letters are left out, and so are
names that the hand-written tables of places already hold (those know more spellings) and names that are also an
ordinary word, a person's name, an organization or a title: a small town must not turn those into places.

Needs: libgeonames0, libgeonames-common, libglib2.0-bin (gresource).
Usage: tools/make_geonames.py [DATA_NAMES_FOLDER]
"""
import glob
import gettext
import re
import struct
import subprocess
import sys
import unicodedata
from pathlib import Path

RESOURCE = "/com/lomiri/geonames/cities.compiled"
CATALOGUE = "/usr/share/locale/ar/LC_MESSAGES/geonames.mo"
OTHER_TABLES = {"countries.tsv": ["name", "aliases"], "cities.tsv": ["name", "aliases"], "given_names.tsv": ["name"],
                "family_names.tsv": ["name"], "organizations.tsv": ["name", "aliases"],
                "agencies_outlets.tsv": ["name", "aliases"], "not_names.tsv": ["word"], "ministries.tsv": ["portfolio"],
                "titles.tsv": ["title", "feminine", "plural"], "org_heads.tsv": ["word", "plural"],
                "place_heads.tsv": ["word", "plural"]}
# A class word in front is no part of the name ("محافظة الرقة" is a province, not the city of the row).
CLASS_WORD = re.compile(r"^(مدينة|بلدة|قرية|محافظة|ولاية|مقاطعة|إقليم|اقليم|منطقة|بلدية|شعبية|ناحية|قضاء|مديرية|مخيم) ")
# Short names are also plain words of the language, and one-word names of English-speaking towns are also surnames
# (Sherman, Norton, Harvey): only large cities are worth that risk.
MIN_POPULATION_RISKY_NAME = 100_000
SHORT_NAME_LETTERS = 4
SURNAME_COUNTRIES = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA"}


def fold(text):
    """The folding of the program's look-ups: hamza, ya, ta marbuta, marks, tatweel."""
    text = "".join(c for c in unicodedata.normalize("NFC", text) if not unicodedata.combining(c))
    text = re.sub("[ـ\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "", text)
    return text.translate(str.maketrans("أإآٱىةؤئگپچڤکی", "ااااي\u0647ويكبجفكي")).strip()


def slug(name):
    ascii_name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower().replace("'", "")).strip("-")


def cities(blob):
    """Yields (id, name, country code, population) of the GVariant array a(sssssssudd)."""
    size = 1 if len(blob) < 1 << 8 else 2 if len(blob) < 1 << 16 else 4
    ends_at = int.from_bytes(blob[-size:], "little")
    start = 0
    for at in range(ends_at, len(blob), size):
        end = int.from_bytes(blob[at:at + size], "little")
        start = (start + 7) & ~7
        fields, cursor = [], start
        for _ in range(7):
            stop = blob.index(0, cursor)
            fields.append(blob[cursor:stop].decode("utf-8"))
            cursor = stop + 1
        cursor = start + ((cursor - start + 3) & ~3)
        population, = struct.unpack_from("<I", blob, cursor)
        yield fields, population
        start = end


def taken_names(folder):
    taken = set()
    for table, name_columns in OTHER_TABLES.items():
        lines = [line for line in (folder / table).read_text("utf-8").splitlines() if line and not line.startswith("#")]
        columns = lines[0].split("\t")
        for line in lines[1:]:
            row = dict(zip(columns, line.split("\t")))
            for column in name_columns:
                taken.update(fold(name) for name in row[column].split("|"))
    return taken


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "data/names")
    library = glob.glob("/usr/lib/*/libgeonames.so.0")[0]
    blob = subprocess.run(["gresource", "extract", library, RESOURCE], check=True, capture_output=True).stdout
    with open(CATALOGUE, "rb") as file:
        arabic = gettext.GNUTranslations(file)._catalog
    best = {}
    taken = taken_names(folder)
    for fields, population in cities(blob):
        geonames_id, english, country = fields[ID], fields[NAME], fields[COUNTRY]
        name = arabic.get(geonames_id, "").split("،")[0].split("(")[0]
        name = CLASS_WORD.sub("", re.sub("[\u200b-\u200f]", "", name)).strip()
        if not re.fullmatch(r"[\u0621-\u064a\u0670-\u06d3 \-]+", name) or fold(name) in taken:
            continue
        letters = len(name.removeprefix("ال").replace(" ", ""))
        risky = letters <= SHORT_NAME_LETTERS or (country in SURNAME_COUNTRIES and " " not in name)
        if risky and population < MIN_POPULATION_RISKY_NAME:
            continue
        key = fold(name)
        if key not in best or population > best[key][3]:
            best[key] = (name, english, country, population, geonames_id)
    with open(folder / "geonames_cities.tsv", "w", encoding="utf-8") as out:
        out.write("# what: cities of more than 15,000 people with their Arabic names; made by tools/make_geonames.py\n"
                  "# source: GeoNames (https://www.geonames.org), through Debian's libgeonames 0.3.0\n"
                  "# licence: CC-BY-4.0, (c) GeoNames; changed: class words and doubled names removed\n"
                  "type\tid\tname\taliases\tcountry\tpopulation\tlatin\n")
        for name, english, country, population, geonames_id in sorted(best.values(), key=lambda c: (c[2], -c[3], c[0])):
            out.write(f"location\tgeonames:{geonames_id}\t{name}\t\tcountry:{country.lower()}\t{population}\t{english}\n")


# Positions of the fields in a city's tuple.
ID, NAME, COUNTRY = 0, 1, 4

if __name__ == "__main__":
    main()
