"""Gazetteer files: places and the keys of their names in SQLite, written once and then only read."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from incidentparse.errors import GazetteerError
from incidentparse.places.keys import name_key, skeleton
from incidentparse.places.place import Place, PlaceClass, town_radius

# Raised when the tables change, so that a file of another form is refused by name and not by a failing query.
FORMAT = 1

# Where names are written in Arabic script, and so come in many transliterations.
ARABIC_SCRIPT = frozenset(
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SS SY TD TN YE".split()
)

# A group is what most places of one area share: said once, it halves the file.
_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE grouping (
    number INTEGER PRIMARY KEY, feature INTEGER NOT NULL, country TEXT NOT NULL, admin1 INTEGER, admin2 INTEGER,
    zone TEXT
);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, grouping INTEGER NOT NULL, latitude INTEGER, longitude INTEGER,
    population INTEGER NOT NULL, radius INTEGER
);
CREATE TABLE name (key TEXT PRIMARY KEY, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE cell (latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, places BLOB NOT NULL,
                   PRIMARY KEY (latitude, longitude)) WITHOUT ROWID;
"""
# Coordinates are kept as whole numbers of 1e-4 degrees (11 m, finer than a village), radii as tenths of a kilometre.
_DEGREE, _TENTHS = 10_000, 10
_SELECT = (
    "SELECT p.id, name, feature, country, admin1, admin2, latitude, longitude, population, radius, zone "
    "FROM place p JOIN grouping g ON g.number = p.grouping WHERE p.id = ?"
)
# The name under which a country's capital is also found.
CAPITAL = "capital of {}"
# Marks the keys that are skeletons of transliterated names.
_SKELETON = "~"


def write_gazetteer(path: Path, places: Iterable[tuple[Place, Iterable[str]]], about: Mapping[str, str]) -> None:
    """Write places with all their names to a gazetteer file, in one step: a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        connection = sqlite3.connect(draft)
        try:
            _write(connection, places, {**about, "format": str(FORMAT)})
        finally:
            connection.close()
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write(
    connection: sqlite3.Connection, places: Iterable[tuple[Place, Iterable[str]]], about: Mapping[str, str]
) -> None:
    groupings: dict[tuple[int, str, int | None, int | None, str | None], int] = {}
    keys: dict[str, list[tuple[int, int]]] = defaultdict(list)
    cells: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    rows = []
    for place, names in places:
        shared = (int(place.feature), place.country, place.admin1, place.admin2, place.zone)
        rows.append(
            (place.id, place.name, groupings.setdefault(shared, len(groupings)), _scaled(place.latitude, _DEGREE),
             _scaled(place.longitude, _DEGREE), place.population,
             None if place.populated else round(place.radius_km * _TENTHS))
        )  # fmt: skip
        # The most populous first, then by id.
        rank = (-place.population, place.id)
        for key in {key for name in (place.name, *names) for key in _keys(name, place.country)}:
            keys[key].append(rank)
        if place.populated and place.latitude is not None and place.longitude is not None:
            cells[_cell(place.latitude, place.longitude)].append(rank)
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO about VALUES (?,?)", sorted(about.items()))
    connection.executemany("INSERT INTO grouping VALUES (?,?,?,?,?,?)", [(n, *g) for g, n in groupings.items()])
    connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?)", sorted(rows))
    connection.executemany("INSERT INTO name VALUES (?,?)", [(k, _packed(v)) for k, v in sorted(keys.items())])
    connection.executemany("INSERT INTO cell VALUES (?,?,?)", [(*c, _packed(v)) for c, v in sorted(cells.items())])
    connection.commit()
    connection.execute("VACUUM")


def _keys(name: str, country: str) -> Iterator[str]:
    key = name_key(name)
    if key:
        yield key
        if country in ARABIC_SCRIPT and (bones := skeleton(key)):
            yield _SKELETON + bones


def _packed(ranked: list[tuple[int, int]]) -> bytes:
    return struct.pack(f"<{len(ranked)}i", *(number for _, number in sorted(ranked)))


def _numbers(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}i", packed)


def _scaled(degrees: float | None, scale: int) -> int | None:
    return None if degrees is None else round(degrees * scale)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int(latitude // 1), int(longitude // 1)


class GazetteerFile:
    """A gazetteer file open for reading."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            GazetteerError: not there, not a gazetteer, or of another form.
        """
        self.path = path
        if not path.is_file():
            raise GazetteerError(f"no gazetteer at {path}")
        try:
            # All threads of a process only read, so they may share the connection; immutable spares the locks.
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self.about: dict[str, str] = dict(self._connection.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{path} is not a gazetteer ({error}): remove it or put a whole one there") from error
        if self.about.get("format") != str(FORMAT):
            raise GazetteerError(
                f"{path} has form {self.about.get('format')}, not {FORMAT}: remove it and add its places again"
            )
        self._connection.execute("PRAGMA mmap_size = 67108864")

    def named(self, key: str) -> list[Place]:
        """The places that bear the name with this key, the most populous first."""
        row = self._connection.execute("SELECT places FROM name WHERE key = ?", (key,)).fetchone()
        return self._unpacked(row)

    def capital(self, country: str) -> Place | None:
        """The capital of a country, or None."""
        return next(iter(self.named(name_key(CAPITAL.format(country)))), None)

    def alike(self, bones: str) -> list[Place]:
        """The places a transliteration of whose name has this skeleton, the most populous first."""
        return self.named(_SKELETON + bones)

    def get(self, number: int) -> Place | None:
        """The place with this id, or None."""
        row = self._connection.execute(_SELECT, (number,)).fetchone()
        if row is None:
            return None
        number, name, feature, country, admin1, admin2, latitude, longitude, population, radius, zone = row
        return Place(
            number, name, PlaceClass(feature), country, admin1, admin2,
            None if latitude is None else latitude / _DEGREE, None if longitude is None else longitude / _DEGREE,
            population, town_radius(population) if radius is None else radius / _TENTHS, zone,
        )  # fmt: skip

    def around(self, latitude: float, longitude: float) -> Iterator[Place]:
        """The populated places in the square degree that holds a point and the eight about it."""
        row, column = _cell(latitude, longitude)
        for north in range(max(row - 1, -90), min(row + 2, 90)):
            for east in range(column - 1, column + 2):
                wrapped = (east + 180) % 360 - 180
                yield from self._unpacked(
                    self._connection.execute(
                        "SELECT places FROM cell WHERE latitude = ? AND longitude = ?", (north, wrapped)
                    ).fetchone()
                )

    def zones(self, country: str) -> dict[str, int]:
        """The time zones of a country, each with the number of its districts that have it, or nearly that."""
        rows = self._connection.execute(
            "SELECT zone, count(*) FROM grouping WHERE country = ? AND zone IS NOT NULL GROUP BY zone", (country,)
        )
        return dict(rows)

    def count(self) -> dict[PlaceClass, int]:
        """How many entries of each class it holds."""
        rows = self._connection.execute(
            "SELECT feature, count(*) FROM place p JOIN grouping g ON g.number = p.grouping GROUP BY feature"
        )
        return {PlaceClass(feature): count for feature, count in rows}

    def all(self) -> Iterator[tuple[Place, list[str]]]:
        """Every place with the keys of its names, by id."""
        names: dict[int, list[str]] = defaultdict(list)
        for key, packed in self._connection.execute("SELECT key, places FROM name ORDER BY key"):
            if not key.startswith(_SKELETON):
                for number in _numbers(packed):
                    names[number].append(key)
        for (number,) in self._connection.execute("SELECT id FROM place ORDER BY id"):
            if (place := self.get(number)) is not None:
                yield place, names[number]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _unpacked(self, row: tuple[bytes] | None) -> list[Place]:
        numbers = _numbers(row[0]) if row else ()
        return [place for number in numbers if (place := self.get(number)) is not None]
