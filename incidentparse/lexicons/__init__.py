"""The words, as data files of one entry a line, and their reader; README.md describes each file."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from incidentparse.errors import LexiconError


class LexiconEntry(BaseModel):
    """What all lines of the lexicons share: frozen, and no field that the reader of the file does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Entry = TypeVar("Entry", bound=LexiconEntry)


def load_lexicon(name: str, entry: type[Entry], *, path: Path | None = None) -> tuple[Entry, ...]:
    """The entries of a lexicon (JSON lines), each checked by the model ``entry``.

    Args:
        name: file name in this folder.
        entry: Pydantic model of one line.
        path: a file to read instead.

    Raises:
        LexiconError: a line is not JSON or not such an entry; names file and line.
    """
    source = path if path is not None else files("incidentparse") / "lexicons" / name
    entries = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entries.append(entry.model_validate(json.loads(line)))
        except (ValidationError, json.JSONDecodeError) as error:
            raise LexiconError(f"{source}, line {number}: {error}") from error
    return tuple(entries)
