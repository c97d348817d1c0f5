"""Finding the phrases of lexicons in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from incidentparse.language.folding import fold

Value = TypeVar("Value")

# The tokens of a phrase, cut where spaCy cuts: hyphens between letters separate as spaces do ("al-Qaeda" and
# "al Qaeda" are one), those beside a digit do not ("M-19"); "'s" is a token of its own; abbreviations keep their
# dots ("U.S.", "St.").
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’]s\b"
    r"|[^\W_]+(?:-(?=\d)[^\W_]+|(?<=\d)-[^\W_]+)*(?:['’‘ʼʿʾ`´](?!s\b)[^\W_]+)*\.?|[&$%()]"
)


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase of a lexicon in a document: tokens ``start`` to before ``end``, and what it stands for."""

    start: int
    end: int
    value: Value


# What may stand inside a phrase without counting; an apostrophe that stands alone is folded to nothing.
_PASSED = frozenset(("-", ".", "–", '"', "“", "”", ""))


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
        firsts, taken = self._trie, start
        for token in [t for t in range(start, stop) if folded[t] in firsts]:
            node = firsts[folded[token]]
            after = folded[token + 1] if token + 1 < stop else ""
            # Most words that open a phrase go on otherwise: those need no closer look.
            if token < taken or ("" not in node and after not in node and after not in _PASSED):
                continue
            if (hit := self.match(folded, token, stop)) is not None:
                yield hit
                taken = hit.end

    def match(self, folded: Sequence[str], token: int, stop: int) -> Hit[Value] | None:
        """The longest phrase that begins at ``token``, or None."""
        node = self._trie.get(folded[token])
        if node is None:
            return None
        best, position = None, token + 1
        while True:
            if "" in node:
                best = Hit(token, position, node[""])
            while position < stop and folded[position] in _PASSED:
                position += 1
            if position >= stop or folded[position] not in node:
                return best
            node = node[folded[position]]
            position += 1
