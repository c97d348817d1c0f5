"""Lexicons: reading their data files, and finding their phrases in a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from incidentparse.errors import LexiconError
from incidentparse.language.folding import fold

Entry = TypeVar("Entry", bound=BaseModel)
Value = TypeVar("Value")

# The tokens of a phrase, cut where spaCy cuts: hyphens between letters separate as spaces do ("al-Qaeda" and
# "al Qaeda" are one), those beside a digit do not ("M-19"); "'s" is a token of its own; abbreviations keep their
# dots ("U.S.", "St.").
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’]s\b"
    r"|[^\W_]+(?:-(?=\d)[^\W_]+|(?<=\d)-[^\W_]+)*(?:['’‘ʼʿʾ`´](?!s\b)[^\W_]+)*\.?|[&$%()]"
)


def load_lexicon(name: str, entry: type[Entry], *, path: Path | None = None) -> tuple[Entry, ...]:
    """The entries of ``lexicons/<name>`` (JSON lines), each checked by the model ``entry``.

    Args:
        name: file name inside the package's lexicons folder.
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


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase of a lexicon in a document: tokens ``start`` to before ``end``, and what it stands for."""

    start: int
    end: int
    value: Value


class PhraseIndex(Generic[Value]):
    """Phrases, found longest first and without overlap over the folded tokens of a document.

    Hyphens and quote marks inside a phrase do not count, nor do case, diacritics and apostrophes.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._trie: dict[str, Any] = {}
        for phrase, value in phrases:
            node: dict[str, Any] = self._trie
            for token in _TOKEN.findall(phrase):
                node = node.setdefault(fold(token), {})
            # The first entry of a phrase wins, so the order of the file decides.
            node.setdefault("", value)

    def find(self, folded: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Hit[Value]]:
        """The phrases in tokens ``start`` to before ``end`` (of all by default), left to right."""
        stop = len(folded) if end is None else end
        firsts = self._trie
        token = start
        while token < stop:
            hit = self.match(folded, token, stop) if folded[token] in firsts else None
            if hit is None:
                token += 1
            else:
                yield hit
                token = hit.end

    def match(self, folded: Sequence[str], token: int, stop: int) -> Hit[Value] | None:
        """The longest phrase that begins at ``token``, or None."""
        node = self._trie.get(folded[token])
        if node is None:
            return None
        best, position = None, token + 1
        while True:
            if "" in node:
                best = Hit(token, position, node[""])
            while position < stop and folded[position] in ("-", ".", "–", '"', "“", "”", ""):
                position += 1
            if position >= stop or folded[position] not in node:
                return best
            node = node[folded[position]]
            position += 1
