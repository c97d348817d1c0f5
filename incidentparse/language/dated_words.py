"""The word whose time an expression of date or clock time states: a deed, a statement, what it hangs on."""

from __future__ import annotations

from collections.abc import Collection

from incidentparse.language.document import Document
from incidentparse.language.readings import Reading
from incidentparse.language.time_anchors import anchor_roles

_CONTENT_WORDS = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
_FUNCTION_WORDS = frozenset({"ADP", "SCONJ", "ADV", "NUM", "DET"})
_CLAUSE_ENDS = frozenset({",", ";", ":", "--", "—", "–", '"', "”", "that"})
_PREDICATES = frozenset({"acomp", "attr", "xcomp", "ccomp"})
_OBJECTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos"})
# How many auxiliaries and adverbs may stand between a time and its verb.
_BEFORE_VERB = 3
# How far from an expression the verb is sought where the parse gives none, in tokens.
_REACH = 15
# A deed further above the noun that a time follows is not what it dates.
_MAX_CLIMB = 4


def dated_word(document: Document, reading: Reading, deeds: Collection[int]) -> int | None:
    """The verb or noun that an expression dates, or None where the sentence has none.

    Args:
        document: the article.
        reading: the expression.
        deeds: the words that report violence, preferred to the verb that reports them.
    """
    return _deed_near(document, reading, _anchor(document, reading), deeds)


def topmost(document: Document, reading: Reading) -> int | None:
    """The word of an expression that hangs on a word outside it, or None."""
    span = range(reading.start, reading.end)
    return next((t for t in span if document.heads[t] not in span), None)


def in_dateline(document: Document, token: int) -> bool:
    """Whether a token stands in the dateline, which dates the report rather than a deed."""
    dateline = document.dateline
    return dateline is not None and document.starts[token] < dateline.end


def _anchor(document: Document, reading: Reading) -> int | None:
    """The verb or noun whose time the expression states: the first word above it that is no preposition."""
    heads, pos = document.heads, document.pos
    if reading.rule == "offset":
        return _followed(document, reading.end - 1)
    token = topmost(document, reading)
    if token is None:
        return _nearest_verb(document, reading)
    token = heads[token]
    while (pos[token] in _FUNCTION_WORDS or document.entity[token] in ("DATE", "TIME")) and heads[token] != token:
        token = heads[token]
    if pos[token] == "AUX":
        # "was on Friday kidnapped": the participle carries the meaning.
        below = (child for child in document.children[token] if document.deps[child] in _PREDICATES)
        return next((child for child in below if pos[child] in ("VERB", "ADJ")), token)
    inside = reading.start <= token < reading.end
    name = pos[token] == "PROPN" and document.entity[token] != ""
    told = _told_of_it(document, reading, token)
    if told is not None:
        return told
    if inside or name or pos[token] not in _CONTENT_WORDS or in_dateline(document, token):
        return _nearest_verb(document, reading)
    return token


def _told_of_it(document: Document, reading: Reading, subject: int) -> int | None:
    """The verb right behind a time that the parse hangs on its subject ("Commandos on Sunday shot dead the gunmen")."""
    verb = document.heads[subject]
    if document.deps[subject] not in ("nsubj", "nsubjpass") or document.pos[verb] != "VERB":
        return None
    between = document.pos[reading.end : verb] if reading.end <= verb <= reading.end + _BEFORE_VERB else ["NOUN"]
    return verb if subject < reading.start and all(pos in ("AUX", "ADV") for pos in between) else None


def _deed_near(document: Document, reading: Reading, anchor: int | None, deeds: Collection[int]) -> int | None:
    """The anchor, corrected where the parse hangs a time on the verb that reports a deed instead of on the deed."""
    if anchor is None or anchor in deeds or reading.rule == "offset":
        return anchor
    start, ends = document.sentence(reading.start).start, reading.end < len(document)
    # "was shot on Thursday night, his mother told": what follows the comma is another clause.
    trails = anchor >= reading.end and ends and document.folded[reading.end] == ","
    if trails or (anchor < reading.start and document.pos[anchor] in ("VERB", "AUX")):
        for token in range(reading.start - 1, start if trails else anchor, -1):
            if token in deeds:
                return token
            if document.pos[token] == "VERB" or document.folded[token] in _CLAUSE_ENDS:
                break
    return _deed_above(document, reading, anchor, deeds)


def _deed_above(document: Document, reading: Reading, anchor: int | None, deeds: Collection[int]) -> int | None:
    """The anchor; of "raids on three villages on Sunday" the raids, though the parse may give the villages."""
    if anchor is None or document.pos[anchor] != "NOUN" or anchor > reading.start or anchor in deeds:
        return anchor
    if document.lemmas[anchor] in anchor_roles() or document.deps[anchor] not in _OBJECTS:
        return anchor
    for steps, token in enumerate(document.ancestors(anchor)):
        if token in deeds or document.pos[token] == "VERB":
            return token
        if steps == _MAX_CLIMB or document.lemmas[token] in anchor_roles():
            break
    return anchor


def _followed(document: Document, preposition: int) -> int | None:
    """The deed of "a day after gunmen attacked a bus": the verb that the word marks, or the noun that it governs."""
    if document.deps[preposition] == "mark":
        return document.heads[preposition]
    below = (c for c in document.children[preposition] if document.deps[c] in ("pobj", "pcomp"))
    found = next(below, None)
    if found is not None:
        return found
    end = document.sentence(preposition).end
    return next((t for t in range(preposition + 1, end) if document.pos[t] in ("VERB", "NOUN")), None)


def _nearest_verb(document: Document, reading: Reading) -> int | None:
    """Where the parse leaves an expression hanging: the verb right after it, else the last before, else the next."""
    sentence, pos = document.sentence(reading.start), document.pos
    after = [t for t in range(reading.end, min(sentence.end, reading.end + _REACH)) if pos[t] == "VERB"]
    if after and after[0] - reading.end <= 1:
        return after[0]
    before = [t for t in range(max(sentence.start, reading.start - _REACH), reading.start) if pos[t] == "VERB"]
    if before and not in_dateline(document, before[-1]):
        return before[-1]
    return after[0] if after else None
