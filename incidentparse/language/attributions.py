"""Citations without a verb of saying: "according to", "citing", "a statement by", and the outlet that was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from incidentparse.language.arguments import conjuncts
from incidentparse.language.bounds import sentence_bounds
from incidentparse.language.cited import Citation, cite
from incidentparse.language.document import Document
from incidentparse.language.punctuation import DOUBLE_QUOTES
from incidentparse.language.source_kinds import OUTLETS, find_publisher, is_office, names_outlet
from incidentparse.language.speakers import Speaker
from incidentparse.record import SourceKind, Stance

PREPOSITIONS = frozenset({"according", "citing", "quoting", "via", "through"})
_ISSUED_BY = frozenset({"by", "from"})
# Where something is said on air, and with whom one speaks.
_ON_AIR = frozenset({"on", "in"})
_INTERVIEWED = frozenset({"with", "on", "to"})
# How far behind "told" the outlet may stand where the parse has no phrase.
_TOLD_REACH = 3


def by_preposition(document: Document, token: int) -> Iterator[Citation]:
    """ "According to X", "citing X", "quoting X", "via X", "through its spokesman X"."""
    position = token + 1
    if token and document.lower[token - 1] == "without":
        # "without citing a source"
        return
    if document.lower[token] == "according":
        if position >= len(document) or document.lower[position] != "to":
            return
        position += 1
    if position >= len(document) or position not in document.sentence(token):
        return
    phrase = document.phrase_of.get(position)
    head = phrase[1] - 1 if phrase is not None else _object(document, position - 1, position)
    if phrase is not None:
        # A quotation that follows at once is run into the phrase: 'According to the station "two men were killed"'.
        quote = next((t for t in range(position + 1, head) if document.lower[t] in DOUBLE_QUOTES), None)
        head = quote - 1 if quote is not None else head
    if document.lower[token] == "via":
        found = find_publisher(document, position, head + 1)
        if found is None or found[2].kind is SourceKind.SOCIAL_MEDIA:
            return
    if document.lower[token] == "through" and not (document.tags[position] == "PRP$" and is_office(document, head)):
        return
    yield from cite(document, conjuncts(document, head), token, document.lower[token], Stance.REPORTS, None)


def _object(document: Document, preposition: int, otherwise: int) -> int:
    """The noun behind a preposition where it has no base phrase of its own."""
    return next((c for c in document.children[preposition] if document.deps[c] == "pobj"), otherwise)


def by_noun(document: Document, noun: int) -> Iterator[Citation]:
    """ "A statement by X", "a report from X", "X's statement"."""
    for child in document.children[noun]:
        if document.deps[child] == "poss" and document.pos[child] != "PRON":
            for cited in cite(document, [child], noun, "owner", Stance.REPORTS, None):
                yield _owner(cited, child + 1)
        elif document.deps[child] in ("prep", "agent") and document.lower[child] in _ISSUED_BY:
            heads = [h for h in document.children[child] if document.deps[h] == "pobj"]
            yield from cite(document, heads, noun, "issuer", Stance.REPORTS, None)
        elif document.lower[noun] == "interview" and document.lower[child] in _INTERVIEWED:
            yield from _by_outlet(document, child, noun)
        elif document.deps[child] == "acl":
            yield from cite(document, agents(document, child), noun, "issuer", Stance.REPORTS, None)


def _owner(cited: Citation, end: int) -> Citation:
    """With the owner alone, without what is owned: "the army's | statement"."""
    speaker = cited.speaker
    if speaker is None or not speaker.start < end < speaker.end:
        return cited
    return replace(cited, speaker=Speaker(speaker.start, end, end - 1))


def agents(document: Document, verb: int) -> list[int]:
    """The heads of the "by" phrase of a passive: "quoted by X", "quoted as saying by X"."""
    verbs = [verb, *(c for p in document.children[verb] if document.lower[p] == "as" for c in document.children[p])]
    return [
        head
        for node in verbs
        for child in document.children[node]
        if document.deps[child] in ("agent", "prep") and document.lower[child] == "by"
        for first in document.children[child]
        if document.deps[first] == "pobj"
        for head in conjuncts(document, first)
    ]


def outlet_told(document: Document, verb: int) -> Iterator[Citation]:
    """The outlet that was told: "told Reuters", "confirmed to the BBC"; not "told Pentagon reporters"."""
    position = verb + 1 + (document.lower[min(verb + 1, len(document) - 1)] == "to")
    told = sentence_bounds(document, verb)
    outlet = _outlet(document, *document.phrase_of.get(position, (position, min(told[1], position + _TOLD_REACH))))
    if outlet is not None:
        yield Citation(outlet, None, verb, "told", Stance.REPORTS, told)


def outlet_on_air(document: Document, verb: int) -> Iterator[Citation]:
    """The outlet by which something was said: "said on Sola Television", "wrote in the Karo Daily"."""
    for child in document.children[verb]:
        if document.deps[child] == "prep" and document.lower[child] in _ON_AIR:
            yield from _by_outlet(document, child, verb)


def _by_outlet(document: Document, preposition: int, cue: int) -> Iterator[Citation]:
    for head in document.children[preposition]:
        start, end = document.phrase_of.get(head, (head, head + 1))
        outlet = _outlet(document, start, end) if document.deps[head] == "pobj" else None
        if outlet is not None:
            yield Citation(outlet, None, cue, "told", Stance.REPORTS, sentence_bounds(document, cue))


def _outlet(document: Document, start: int, end: int) -> Speaker | None:
    """The first outlet that tokens ``start`` to before ``end`` name: one known, or one affiliated with it by name."""
    found = find_publisher(document, start, end)
    if found is not None and found[2].kind in OUTLETS:
        first, last, _ = found
        own = last + 1
        if document.lower[last : last + 1] == ["affiliate"] and document.pos[own : own + 1] == ["PROPN"]:
            # "CNN affiliate KSOL"
            return Speaker(own, own + 1, own)
        return Speaker(first, last, last - 1)
    phrase = document.phrase_of.get(end - 1)
    whole = phrase is not None and phrase[0] == start
    return Speaker(start, end, end - 1) if whole and names_outlet(document, start, end) else None
