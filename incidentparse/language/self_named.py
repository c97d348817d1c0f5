"""Groups that no lexicon knows and the text itself names: "a group calling itself the Falcons of Freedom"."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.actor_nouns import actor_noun, is_group_head
from incidentparse.language.document import Document
from incidentparse.language.party import Party
from incidentparse.record import ActorKind

# What they call themselves stands behind these; "called" and its like need a noun for a body of people in front.
_STYLED = frozenset({"calling", "styling", "styles", "calls", "called", "styled"})
_REFLEXIVE = frozenset({"itself", "themselves"})
_CALLED = frozenset({"called", "named", "dubbed"})
_SELF_STYLED = frozenset({"self-styled", "self-named", "self-proclaimed", "self-declared"})
_CLAIMED = frozenset({"responsibility", "credit"})
_NAMED_OTHERWISE = frozenset({"PERSON", "GPE", "LOC", "NORP", "FAC"})
_OPENING = frozenset({'"', "“", "'", "‘", "``", "the", "a", "an", "«"})
_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_LINKS = frozenset({"of", "for", "de", "del", "la", "el", "al", "-", "and", "the", "'s", "’s"})
# No name that a group gives itself is longer in words; little stands between it and the noun for the body.
_LONGEST_NAME = 8
_BETWEEN = frozenset({"also", "locally", "that", "which", "is", "are", "now", "better", "commonly", "widely", ","})


def read_self_named(document: Document, taken: set[int]) -> list[Party]:
    """The namings of such groups, in the order of the text; none on the tokens ``taken``."""
    names: dict[tuple[str, ...], tuple[str, ActorKind]] = {}
    found: list[Party] = []
    for token in range(1, len(document) - 1):
        opening = _opening(document, token)
        if opening is None:
            continue
        start, kind = opening
        end = _name_end(document, start)
        alone = end == start + 1 and document.entity[start] in ("GPE", "LOC", "NORP", "LANGUAGE")
        if end <= start or alone or not taken.isdisjoint(range(start, end)):
            continue
        name = document.slice(start, end)
        words = tuple(document.folded[start:end])
        names.setdefault(words, (name, kind))
        found.append(_party(start, end, *names[words]))
    for start, end in _claimants(document):
        words = tuple(document.folded[start:end])
        if taken.isdisjoint(range(start, end)) and words not in names:
            names[words] = (document.slice(start, end), ActorKind.ARMED_GROUP)
            found.append(_party(start, end, *names[words]))
    found.extend(_again(document, names, taken | {t for p in found for t in range(p.start, p.end)}))
    return sorted(found, key=lambda p: p.start)


def _party(start: int, end: int, name: str, kind: ActorKind) -> Party:
    return Party(start, end, name, f"group:{name.casefold()}", kind, "acronym", plural=True)


def _opening(document: Document, token: int) -> tuple[int, ActorKind] | None:
    """Where the name begins that the words at ``token`` announce, and what sort of body bears it."""
    lower = document.lower
    if lower[token] in _STYLED and lower[token + 1] in _REFLEXIVE:
        body = _body_before(document, token)
        return (_skip(document, token + 2), body or ActorKind.ARMED_GROUP)
    if lower[token] in _CALLED or (lower[token] == "known" and lower[token + 1] == "as"):
        body = _body_before(document, token)
        return (_skip(document, token + 1 + (lower[token] == "known")), body) if body else None
    hyphened = lower[token] == "self" and lower[token + 1] == "-" and token + 2 < len(document)
    if lower[token] in _SELF_STYLED or (hyphened and "".join(lower[token : token + 3]) in _SELF_STYLED):
        start = _skip(document, token + (3 if hyphened else 1))
        end = _name_end(document, start)
        return (start, ActorKind.ARMED_GROUP) if any(is_group_head(w) for w in document.folded[start:end]) else None
    return None


def _claimants(document: Document) -> Iterator[tuple[int, int]]:
    """ "the Red Column claimed responsibility": names of no person and no place that only a group bears."""
    claimed = [t for t, lemma in enumerate(document.lemmas) if lemma in _CLAIMED and document.deps[t] == "dobj"]
    # "claimed the bombing"
    claimed += [f.trigger for f in document.frames if document.lemmas[document.heads[f.trigger]] == "claim"]
    for token in claimed:
        subjects = [c for c in document.children[document.heads[token]] if document.deps[c] == "nsubj"]
        subjects += [c for s in subjects for c in document.children[s] if document.deps[c] == "appos"]
        for subject in subjects if document.deps[token] == "dobj" else ():
            start, end = document.phrase_of.get(subject, (subject, subject + 1))
            start = next((t for t in range(start, end) if document.pos[t] == "PROPN"), end)
            if end - start > 1 and all(_may_name(document, t) for t in range(start, end)):
                yield start, end


def _may_name(document: Document, token: int) -> bool:
    return document.pos[token] == "PROPN" and document.entity[token] not in _NAMED_OTHERWISE


def _body_before(document: Document, token: int) -> ActorKind | None:
    before = token - 1
    while before > 0 and document.lower[before] in _BETWEEN:
        before -= 1
    noun = actor_noun(document, before) if before >= 0 else None
    return noun.kind if noun is not None and noun.body else None


def _skip(document: Document, token: int) -> int:
    while token < len(document) - 1 and document.lower[token] in _OPENING:
        token += 1
    return token


def _name_end(document: Document, start: int) -> int:
    """Past the last word of the name: quoted to the closing mark, else as far as its capitals reach."""
    last = min(document.sentence(start).end, start + _LONGEST_NAME)
    shouted = document.words[start].isupper() and document.words[start - 1].isupper()
    if shouted:
        # In capitals throughout the noun phrase is all that bounds the name.
        last = min(last, document.phrase_of.get(start, (start, start + 1))[1])
    end = start
    while end < last:
        word = document.words[end]
        if word in _CLOSING:
            break
        if not word[:1].isupper() and word.lower() not in _LINKS:
            break
        end += 1
    while end > start and document.lower[end - 1] in _LINKS:
        end -= 1
    return end


def _again(document: Document, names: dict[tuple[str, ...], tuple[str, ActorKind]], taken: set[int]) -> Iterator[Party]:
    """Each later naming in the same words."""
    starts = {words[0]: words for words in names}
    for token, word in enumerate(document.folded):
        words = starts.get(word)
        if words and token not in taken and tuple(document.folded[token : token + len(words)]) == words:
            yield _party(token, token + len(words), *names[words])
