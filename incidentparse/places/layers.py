"""The user's own places: a layer beside the packaged gazetteer, filled from GeoNames dumps and CSV files."""

from __future__ import annotations

import csv
import datetime as dt
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from incidentparse.errors import GazetteerError
from incidentparse.language.countries import country_by_name, country_names
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place, PlaceClass, town_radius
from incidentparse.places.storage import GazetteerFile, write_gazetteer

_LAYER = "places.sqlite"
_MARKS = ",;\t"  # What parts the columns of a CSV file: spreadsheets of many countries write semicolons.
_REQUIRED = ("name", "latitude", "longitude", "country")
# Columns of a GeoNames dump; see https://download.geonames.org/export/dump/readme.txt
_DUMP_COLUMNS = 19
_ID, _NAME, _ASCII, _NAMES, _LATITUDE, _LONGITUDE, _CLASS, _CODE, _COUNTRY = range(9)
_ADMIN1, _ADMIN2, _PEOPLE, _ZONE, _DATE = 10, 11, 14, 17, 18
_AREAS = {"ADM1": PlaceClass.ADMIN1, "ADM2": PlaceClass.ADMIN2, "ADM3": PlaceClass.ADMIN3, "ADM4": PlaceClass.ADMIN3}
_KINDS = {
    "village": PlaceClass.POPULATED,
    "town": PlaceClass.POPULATED,
    "city": PlaceClass.POPULATED,
    "neighbourhood": PlaceClass.POPULATED,
    "camp": PlaceClass.POPULATED,
    "": PlaceClass.POPULATED,
    "admin1": PlaceClass.ADMIN1,
    "admin2": PlaceClass.ADMIN2,
    "district": PlaceClass.ADMIN3,
    "region": PlaceClass.REGION,
    "sea": PlaceClass.SEA,
    "landmark": PlaceClass.FEATURE,
    "building": PlaceClass.FEATURE,
    "road": PlaceClass.FEATURE,
    "other": PlaceClass.FEATURE,
}
# Half the size of a district and of a building, for files that state no size.
_AREA_RADIUS_KM, _SPOT_RADIUS_KM = 20.0, 0.5
# The largest id that a gazetteer file can hold, and more people than there are.
_LARGEST_ID, _MOST_PEOPLE = 2**31 - 1, 10**11
# Places from CSV files get ids that GeoNames does not use.
_FIRST_OWN_ID = -1_000_000
_Entry = tuple[Place, Sequence[str]]


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """What one gazetteer file holds.

    Attributes:
        path: where it is.
        name: what it was made from.
        date: date of its data.
        counts: number of entries of each class.
    """

    path: Path
    name: str
    date: str
    counts: Mapping[PlaceClass, int]


def user_layer() -> Path:
    """Where the user's own places are kept: in the user's folder for application data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "incidentparse" / _LAYER


def user_layers() -> tuple[Path, ...]:
    """The user's layer, if there is one."""
    try:
        layer = user_layer()
        return (layer,) if layer.is_file() else ()
    except (OSError, RuntimeError):
        # No home folder, or one that may not be read: then nobody has put places there.
        return ()


def add_places(source: Path, *, layer: Path | None = None) -> int:
    """Add the places of a file to the user's layer.

    Places with the same GeoNames id are replaced, and of CSV files those of the same name, kind and province.

    Args:
        source: a GeoNames country dump (tab-separated, as ``SY.txt``), or a CSV file with the columns name, latitude,
            longitude, country (name or ISO code) and, if wanted, admin1, kind, names (separated by ``|``), population;
            its columns are parted by commas, semicolons or tabs.
        layer: the layer's file, if not the user's usual one.

    Returns:
        How many places were read.

    Raises:
        GazetteerError: the file cannot be read or has a bad line; names file and line. Nothing is added then.
    """
    target = layer if layer is not None else user_layer()
    entries: dict[int, _Entry] = {}
    sources: list[str] = []
    if target.is_file():
        old = GazetteerFile(target)
        entries = {place.id: (place, names) for place, names in old.all()}
        sources = old.about.get("name", "").split(", ")
        old.close()
    added = list(_read(source, min([*entries, _FIRST_OWN_ID]) - 1))
    former: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, _ in entries.values():
        former[_identity(place)].append(place.id)
    for place, names in added:
        # Two villages of a province may share a name: the second of a file replaces the second of the former one.
        same = former[_identity(place)]
        kept = replace(place, id=same.pop()) if same else place
        entries[kept.id] = (kept, names)
    about = {
        "name": ", ".join(dict.fromkeys([*sources, source.name])),
        "date": dt.datetime.fromtimestamp(source.stat().st_mtime, tz=dt.UTC).date().isoformat(),
    }
    try:
        write_gazetteer(target, entries.values(), about)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(
            f"cannot write {target}: {error}; check the folder, its permissions and the disk"
        ) from error
    return len(added)


def _identity(place: Place) -> tuple[object, ...]:
    """What a place keeps when its line in a CSV file is corrected; nothing in common with places of GeoNames."""
    return name_key(place.name), place.feature, place.country, place.admin1, place.geonames_id


def describe(gazetteer: Gazetteer) -> list[LayerInfo]:
    """What is loaded: the packaged gazetteer first, then the layers beside it."""
    return [
        LayerInfo(file.path, file.about.get("name", file.path.name), file.about.get("date", ""), file.count())
        for file in reversed(gazetteer.files)
    ]


def _read(source: Path, first_id: int) -> Iterator[_Entry]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GazetteerError(f"cannot read {source}: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{source} is not UTF-8 text: save it as UTF-8") from error
    head = text.partition("\n")[0]
    if head.count("\t") == _DUMP_COLUMNS - 1:
        return _read_dump(source, text)
    mark = max(_MARKS, key=head.count)
    columns = [column.strip().lower() for column in next(csv.reader([head], delimiter=mark), [])]
    missing = [column for column in _REQUIRED if column not in columns]
    if missing:
        raise GazetteerError(
            f"{source} is neither a GeoNames dump ({_DUMP_COLUMNS} columns between tabs) nor a CSV file with the "
            f"columns {', '.join(_REQUIRED)}: {', '.join(missing)} missing"
        )
    return _read_csv(source, text, first_id, mark)


def _read_dump(source: Path, text: str) -> Iterator[_Entry]:
    rows = [(n, line.split("\t")) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    areas: dict[tuple[str, ...], int] = {}
    for number, row in rows:
        if len(row) != _DUMP_COLUMNS:
            raise GazetteerError(f"{source}, line {number}: {len(row)} columns between tabs, not {_DUMP_COLUMNS}")
        if row[_CODE] in ("ADM1", "ADM2"):
            code = (row[_COUNTRY], row[_ADMIN1], row[_ADMIN2])[: 2 if row[_CODE] == "ADM1" else 3]
            areas[code] = _number(source, number, row[_ID], _LARGEST_ID)
    for number, row in rows:
        populated = row[_CLASS] == "P"
        feature = PlaceClass.POPULATED if populated else _AREAS.get(row[_CODE], PlaceClass.FEATURE)
        if row[_CODE] in ("PCLI", "PCL", "PCLD"):
            continue
        people = _number(source, number, row[_PEOPLE] or "0", _MOST_PEOPLE)
        identity = _number(source, number, row[_ID], _LARGEST_ID)
        first = areas.get((row[_COUNTRY], row[_ADMIN1]))
        second = areas.get((row[_COUNTRY], row[_ADMIN1], row[_ADMIN2]))
        yield (
            Place(
                identity, row[_NAME], feature, _country(source, number, row[_COUNTRY]),
                first if first != identity else None, second if second != identity else None,
                *_position(source, number, row[_LATITUDE], row[_LONGITUDE]), people, _radius(feature, people),
                row[_ZONE] or None,
            ),
            [row[_ASCII], *row[_NAMES].split(",")],
        )  # fmt: skip


def _read_csv(source: Path, text: str, first_id: int, mark: str) -> Iterator[_Entry]:
    gazetteer = Gazetteer()
    reader = csv.DictReader(text.splitlines(), strict=True, delimiter=mark)
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    identity = first_id
    try:
        for row in reader:
            cells = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str | None)}
            yield _csv_place(source, reader.line_num, cells, identity, gazetteer)
            identity -= 1
    except csv.Error as error:
        raise GazetteerError(f"{source}, line {reader.line_num}: {error}") from error


def _csv_place(source: Path, number: int, cells: Mapping[str, str], identity: int, gazetteer: Gazetteer) -> _Entry:
    if not name_key(cells["name"]):
        raise GazetteerError(f"{source}, line {number}: no name in the Latin alphabet")
    kind = cells.get("kind", "").lower()
    if kind not in _KINDS:
        known = ", ".join(name for name in _KINDS if name)
        raise GazetteerError(f"{source}, line {number}: kind {kind!r} is none of {known}")
    feature = _KINDS[kind]
    country = _country(source, number, cells["country"])
    latitude, longitude = _position(source, number, cells["latitude"], cells["longitude"])
    people = _number(source, number, cells.get("population") or "0", _MOST_PEOPLE)
    near = gazetteer.nearest(latitude, longitude)
    first = next(
        (p.id for p in gazetteer.named(name_key(cells.get("admin1", "")))
         if p.feature is PlaceClass.ADMIN1 and p.country == country),
        near.admin1 if near is not None and near.country == country and feature is not PlaceClass.ADMIN1 else None,
    )  # fmt: skip
    place = Place(
        identity, cells["name"], feature, country, first, None, latitude, longitude, people, _radius(feature, people),
        near.zone if near is not None else None,
    )  # fmt: skip
    return place, [name for name in cells.get("names", "").split("|") if name]


def _radius(feature: PlaceClass, people: int) -> float:
    if feature is PlaceClass.POPULATED:
        return town_radius(people)
    return _SPOT_RADIUS_KM if feature is PlaceClass.FEATURE else _AREA_RADIUS_KM


def _country(source: Path, number: int, text: str) -> str:
    code = text.upper() if text.upper() in country_names() else country_by_name(text)
    if code is None:
        raise GazetteerError(f"{source}, line {number}: {text!r} is no country's name or ISO 3166-1 code")
    return code


def _number(source: Path, number: int, text: str, most: int) -> int:
    try:
        value = int(text)
    except ValueError as error:
        raise GazetteerError(f"{source}, line {number}: {text!r} is not a whole number") from error
    if not 0 <= value <= most:
        raise GazetteerError(f"{source}, line {number}: {text} is not a number from 0 to {most:,}")
    return value


def _position(source: Path, number: int, latitude: str, longitude: str) -> tuple[float, float]:
    try:
        position = float(latitude), float(longitude)
    except ValueError as error:
        raise GazetteerError(f"{source}, line {number}: {latitude!r}, {longitude!r} are not degrees") from error
    if not (-90 <= position[0] <= 90 and -180 <= position[1] <= 180):
        raise GazetteerError(f"{source}, line {number}: {position[0]}, {position[1]} is not on the Earth")
    return position
