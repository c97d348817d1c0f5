"""Reading the data files of the article room."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from incidentparse.errors import LexiconError

Entry = TypeVar("Entry", bound=BaseModel)


def read_entries(name: str, entry: type[Entry], *, path: Path | None = None) -> tuple[Entry, ...]:
    """The entries of ``lexicons/<name>`` (JSON lines), each checked by the model ``entry``.

    The article room stands below the language room, whose lexicon reader it therefore cannot use.

    Raises:
        LexiconError: a line is not JSON or not such an entry; names file and line.
    """
    source = path if path is not None else files("incidentparse") / "lexicons" / name
    entries = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            entries.append(entry.model_validate(json.loads(line)))
        except (ValidationError, json.JSONDecodeError) as error:
            raise LexiconError(f"{source}, line {number}: {error}") from error
    return tuple(entries)
