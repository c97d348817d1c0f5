"""The usual case of English words, and names of several words: the table behind truecasing."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Literal

from incidentparse.errors import LexiconError
from incidentparse.lexicons import LexiconEntry, load_lexicon

_FILE = "word_case.tsv.gz"


class Case(IntEnum):
    """How a word is usually written; EITHER words are names beside names ("General", "Republic")."""

    LOWER = 0
    EITHER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4


class CaseWord(LexiconEntry):
    """A line of case_words.jsonl: a word whose case in news is not that of the table."""

    word: str
    case: Literal["lower", "either", "title", "upper"]


@dataclass(frozen=True, slots=True)
class WordCase:
    """The table.

    Attributes:
        cases: by word in lower case; a word that is missing is mostly a name.
        mixed: how the words of mixed case are written ("McDonald").
        phrases: names of several words by their first word in lower case, the longest first: their words in lower case,
            and as they are written.
    """

    cases: dict[str, Case]
    mixed: dict[str, str]
    phrases: dict[str, list[tuple[list[str], list[str]]]]


@cache
def word_case() -> WordCase:
    """The table, read on first use.

    Raises:
        LexiconError: a line of the file is of no known kind.
    """
    table = WordCase({}, {}, {})
    data = gzip.decompress((files("incidentparse") / "language" / _FILE).read_bytes()).decode("utf-8")
    for number, line in enumerate(data.splitlines(), start=1):
        kind, _, rest = line.partition("\t")
        if kind == "phrase":
            forms = rest.replace("-", " ").split()
            words = [form.lower() for form in forms]
            table.phrases.setdefault(words[0], []).append((words, forms))
        elif kind == "mixed":
            table.mixed.update((form.lower(), form) for form in rest.split())
            table.cases.update((form.lower(), Case.MIXED) for form in rest.split())
        elif kind.upper() in Case.__members__:
            table.cases.update(dict.fromkeys(rest.split(), Case[kind.upper()]))
        else:
            raise LexiconError(f"{_FILE}, line {number}: unknown kind {kind!r}")
    for entry in load_lexicon("case_words.jsonl", CaseWord):
        table.cases[entry.word] = Case[entry.case.upper()]
    for candidates in table.phrases.values():
        candidates.sort(key=lambda phrase: -len(phrase[0]))
    return table
