"""MUC-4 texts and keys as coded articles, the form in which train_places.py reads any set.

python -m tests.benchmarks.muc4_articles TEXTS KEYS --output ARTICLES.jsonl

Only texts all of whose templates, optional ones too, have one location are written, for only of these is it known where
their main incident happened. Gold is its country, and the smallest place named with the larger ones as alternatives;
unstated where it is the country alone.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from incidentparse.language.countries import country_by_name
from tests.benchmarks.muc4 import read_texts

_FORM = re.compile(r"\n(?=0\.  MESSAGE)")
_ID = re.compile(r"MESSAGE: ID +(\S+)")
_LOCATION = re.compile(r"INCIDENT: LOCATION +(\S.*)")
# The kind of a place: "SAN SALVADOR (CITY)".
_KIND = re.compile(r" *\([^()]*\)")
_EMPTY = frozenset({"*", "-"})
# "A / B" is either place, "A - B" the stretch between them.
_SEVERAL = ("/", " - ")


def locations(keys: str) -> dict[str, list[str]]:
    """The different locations that the templates of each text name, as written in a file of keys."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in _FORM.split("\n" + keys):
        name, place = _ID.search(form), _LOCATION.search(form)
        if name and place and (text := place[1].strip()) not in (*_EMPTY, *found[name[1]]):
            found[name[1]].append(text)
    return found


def gold(location: str) -> dict[str, Any] | None:
    """A location such as "PERU: JUNIN (DEPARTMENT): HUANCAYO (CITY)" as an answer, None if it is not one place."""
    if any(sign in location for sign in _SEVERAL):
        return None
    country, *parts = (_KIND.sub("", part).strip() for part in location.split(":"))
    code = country_by_name(country)
    if code is None:
        return None
    place = {"place": parts[-1], "place_alternatives": parts[:-1]} if parts else {"unstated": True}
    return {"country": code} | place


def coded(texts: Path, keys: Path) -> Iterator[dict[str, Any]]:
    """The coded articles of a MUC set, in the order of its texts."""
    named = locations(keys.read_text(encoding="latin-1"))
    for article in read_texts(texts):
        places = named.get(article.id or "", [])
        if len(places) == 1 and (answer := gold(places[0])) is not None:
            yield {"id": article.id, "title": None, "published": None, "text": article.text, "gold": answer}


def main() -> None:
    """Write the articles."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("keys", type=Path)
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    lines = "".join(json.dumps(article) + "\n" for article in coded(given.texts, given.keys))
    given.output.write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
