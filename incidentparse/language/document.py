"""The one shared view of a parsed article: its tokens in columns, its sentences, spans as evidence.

Reading an attribute of a spaCy token crosses into C++ and back; extractors read every token many times, so the
columns are copied out once.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.strings import StringStore
from spacy.tokens import Doc

from incidentparse.article.prepared import Dateline, PreparedArticle
from incidentparse.language.folding import fold
from incidentparse.language.noun_phrases import base_noun_phrases
from incidentparse.mentions import Tokens
from incidentparse.record import Article, Span

if TYPE_CHECKING:
    from incidentparse.language.frames import Frame

Finding = TypeVar("Finding")

# Running English has a comma every 20 words or so; text this long without one has lost them.
_COMMA_EVIDENCE = 100
_COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "SENT_START"]
# What spaCy exports has 64 bits and no sign.
_NUMBERS, _FARTHEST = 1 << 64, 1 << 63
# What the language model calls the names of places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens ``start`` to ``end`` (exclusive).

    Attributes:
        index: its number in the document, from 0.
        start: first token.
        end: one past its last token.
        paragraph: number of its paragraph (line of article.text), from 0.
        title: whether it lies in the title.
    """

    index: int
    start: int
    end: int
    paragraph: int
    title: bool

    def __iter__(self) -> Iterator[int]:
        """The token numbers."""
        return iter(range(self.start, self.end))

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


class Document:
    """A parsed article as columns over its tokens; a token is its number.

    Attributes:
        prepared: the article, its dateline and warnings.
        text: article.text, into which all offsets point (in its own case, also where the parse read it truecased).
        doc: the spaCy Doc; its text is article.text, truecased where that is in capitals; same length.
        words: each token as the parser saw it (truecased).
        lower: the same in lower case.
        folded: the same without diacritics, apostrophes and case, for lexicon look-up.
        lemmas: lower-case lemmas.
        pos: universal part of speech.
        tags: Penn Treebank tags.
        deps: dependency labels.
        heads: number of the syntactic head; the root's own number for a root.
        entity: entity label or "".
        starts: character offset of each token.
        ends: one past its last character.
        sentences: in order.
        findings: what readers of the whole document found, by reader (`read_once`).
        sentence_of: number of each token's sentence.
    """

    def __init__(self, prepared: PreparedArticle, doc: Doc) -> None:
        self.prepared = prepared
        self.text = prepared.article.text
        self.doc = doc
        # One array of numbers, and each string looked up once: reading every Token's attributes takes twice as long.
        columns: list[list[int]] = doc.to_array(_COLUMNS).T.tolist()
        orths, lemmas, pos, tags, deps, entity, heads, starts, openings = columns
        strings = doc.vocab.strings
        names = {number: _name(strings, number) for number in {*orths, *lemmas, *pos, *tags, *deps, *entity}}
        self.words = [names[n] for n in orths]
        self.lower = [w.lower() for w in self.words]
        self.folded = [fold(w) for w in self.words]
        self.lemmas = [names[n].lower() or lower for n, lower in zip(lemmas, self.lower, strict=True)]
        self.pos = [names[n] for n in pos]
        self.tags = [names[n] for n in tags]
        self.deps = [names[n] for n in deps]
        # Heads are told as distances, those to the left as what is lacking to the end of the numbers.
        self.heads = [token + head - (head > _FARTHEST) * _NUMBERS for token, head in enumerate(heads)]
        self.entity = [names[n] for n in entity]
        self.starts = starts
        self.ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        self.sentences = self._read_sentences(
            [token for token, opens in enumerate(openings) if opens == 1 or not token]
        )
        self.sentence_of = [s.index for s in self.sentences for _ in s]
        self.findings: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.words)

    def _read_sentences(self, starts: list[int]) -> list[Sentence]:
        sentences: list[Sentence] = []
        paragraph, seen = 0, 0
        for start, end in pairwise((*starts, len(self.words))):
            first = self.starts[next((t for t in range(start, end) if not self.words[t].isspace()), start)]
            paragraph += self.text.count("\n", seen, first) > 0
            seen = first
            sentences.append(Sentence(len(sentences), start, end, paragraph, first < self.prepared.title_end))
        return sentences

    @property
    def article(self) -> Article:
        """The record's article."""
        return self.prepared.article

    @property
    def published(self) -> dt.date | None:
        """Local date of publication, or None if unknown."""
        return self.prepared.published_date

    @property
    def dateline(self) -> Dateline | None:
        """The article's dateline, or None."""
        return self.prepared.dateline

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the tokens that depend on it, in order."""
        children: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                children[head].append(token)
        return children

    @cached_property
    def noun_phrases(self) -> list[tuple[int, int]]:
        """Base noun phrases as token ranges, in order."""
        return list(base_noun_phrases(self.pos, self.deps, self.heads))

    @cached_property
    def phrase_of(self) -> dict[int, tuple[int, int]]:
        """The base noun phrase that holds a token, for every token inside one."""
        return {token: phrase for phrase in self.noun_phrases for token in range(*phrase)}

    @cached_property
    def place_of(self) -> list[int]:
        """The number of each sentence, those of the dateline not counted: the headline is 0, the lead behind it 1."""
        places, passed = [], 0
        for sentence in self.sentences:
            places.append(sentence.index - passed)
            passed += self._in_dateline(sentence)
        return places

    def _in_dateline(self, sentence: Sentence) -> bool:
        line = self.dateline
        if line is None or self.starts[sentence.start] < line.start:
            return False
        return len(self.text[line.start : self.ends[sentence.end - 1]].rstrip()) <= line.end - line.start

    @cached_property
    def lacks_commas(self) -> bool:
        """Whether the text lost its commas, so that clauses run into each other and the parse is not to be trusted."""
        return len(self.words) >= _COMMA_EVIDENCE and "," not in self.words

    @cached_property
    def entities(self) -> list[tuple[int, int, str]]:
        """Named entities of the model as (first token, past last token, label), in order."""
        return [(e.start, e.end, e.label_) for e in self.doc.ents]

    @cached_property
    def name_words(self) -> frozenset[str]:
        """The words, in lower case, that the model reads as parts of persons' names somewhere in the document."""
        return frozenset(
            self.lower[t] for t, label in enumerate(self.entity) if label == "PERSON" and self.pos[t] == "PROPN"
        )

    @cached_property
    def place_name_words(self) -> frozenset[str]:
        """The words, in lower case, that the model reads as names of places as often as of persons, or more often."""
        told: Counter[str] = Counter()
        for word, label, pos in zip(self.lower, self.entity, self.pos, strict=True):
            if pos == "PROPN" and label:
                told[word] += (label in PLACE_LABELS) - (label == "PERSON")
        placed = {word for word, label in zip(self.lower, self.entity, strict=True) if label in PLACE_LABELS}
        return frozenset(word for word in placed if told[word] >= 0)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """The frames of violence: triggers with their agents and patients, read once for all extractors."""
        from incidentparse.language.frames import read_frames

        return read_frames(self)

    @cached_property
    def full_names(self) -> dict[str, Tokens]:
        """For each word of persons' names but the first ones the full name first told with it."""
        from incidentparse.language.person_names import read_full_names

        return read_full_names(self)

    def subtree(self, token: int) -> tuple[int, int]:
        """The token range that a token and all below it span, inside its sentence."""
        first = last = token
        stack = [token]
        while stack:
            node = stack.pop()
            first, last = min(first, node), max(last, node)
            stack.extend(self.children[node])
        return first, last + 1

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def sentence(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[self.sentence_of[token]]

    def slice(self, start: int, end: int) -> str:
        """The article's own text from token ``start`` to before token ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def span(self, start: int, end: int) -> Span:
        """Tokens ``start`` to before ``end`` as evidence."""
        return self.char_span(self.starts[start], self.ends[end - 1])

    def char_span(self, start: int, end: int) -> Span:
        """Characters ``start`` to before ``end`` of article.text as evidence."""
        return Span(start=start, end=end, text=self.text[start:end])

    def token_at(self, offset: int) -> int:
        """The token that holds a character offset, or the next one."""
        lo, hi = 0, len(self.ends) - 1
        while lo < hi:
            mid = (lo + hi) // 2
            if self.ends[mid] <= offset:
                lo = mid + 1
            else:
                hi = mid
        return lo


def read_once(read: Callable[[Document], Finding]) -> Callable[[Document], Finding]:
    """A reader of a whole document whose finding is kept with the document, for all that ask for it."""

    @wraps(read)
    def finding(document: Document) -> Finding:
        if read not in document.findings:
            document.findings[read] = read(document)
        found: Finding = document.findings[read]
        return found

    return finding


@lru_cache(maxsize=1 << 16)
def _name(strings: StringStore, number: int) -> str:
    """A string by the number that spaCy gives it; the same few words make up most of every article."""
    return strings[number]
