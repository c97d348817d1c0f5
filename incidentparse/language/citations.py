"""Citations: who says what, by verbs of saying, "according to", sign-offs, tweets and posted recordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from incidentparse.language.arguments import conjuncts
from incidentparse.language.document import Document
from incidentparse.language.lexicon import load_lexicon
from incidentparse.language.reporting_subjects import beside, clause_between, subjects
from incidentparse.language.source_kinds import find_publisher, is_document, is_role, names_speaker
from incidentparse.language.speakers import Speaker, speaker_at
from incidentparse.mentions import Tokens
from incidentparse.record import Stance

Needs = Literal["free", "clause", "named"]

_THIRD_PERSON = frozenset({"he", "she", "they", "it"})
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "‘", "’"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})
_ISSUED_BY = frozenset({"by", "from", "of"})
_NOT_SAID = frozenset({"declined", "refused", "unable", "reluctant"})
_SAYING_NOUNS = frozenset(
    {"statement", "communique", "communiqué", "release", "report", "reports", "interview", "tweet"}
)


class VerbEntry(BaseModel):
    """A line of ``reporting_verbs.jsonl``: a verb by which somebody is cited.

    Attributes:
        lemma: the verb.
        forms: its forms.
        stance: what the speaker does by it.
        needs: "free": the verb alone is enough; "clause": with a clause or a quotation; "named": said by a name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lemma: str
    forms: tuple[str, ...]
    stance: Stance
    needs: Needs


@dataclass(frozen=True, slots=True)
class Citation:
    """Somebody cited.

    Attributes:
        speaker: who, None where a pronoun must be resolved.
        pronoun: the pronoun, or None.
        cue: the token that shows the citation ("said", "according").
        rule: how it was found.
        stance: what the speaker does.
        content: tokens of what is said.
        url: where it stands, or None.
    """

    speaker: Speaker | None
    pronoun: int | None
    cue: int
    rule: str
    stance: Stance
    content: Tokens
    url: str | None = None


@cache
def _verbs() -> dict[str, VerbEntry]:
    return {form: entry for entry in reversed(load_lexicon("reporting_verbs.jsonl", VerbEntry)) for form in entry.forms}


def read_citations(document: Document) -> list[Citation]:
    """The citations, in the order of the text."""
    found: list[Citation] = []
    verbs = _verbs()
    for token, word in enumerate(document.lower):
        if word in verbs and document.pos[token] in ("VERB", "AUX", "NOUN", "PROPN"):
            found.extend(_by_verb(document, token, verbs[word]))
        elif word in ("according", "citing", "quoting", "via"):
            found.extend(_by_preposition(document, token))
        elif word in _SAYING_NOUNS:
            found.extend(_by_noun(document, token))
    return found


def _by_verb(document: Document, verb: int, entry: VerbEntry) -> Iterator[Citation]:
    if document.pos[verb] in ("NOUN", "PROPN"):
        return
    stance = _stance(document, verb, entry)
    if entry.lemma in ("tell", "inform", "brief"):
        yield from _outlet_told(document, verb)
    if _passive(document, verb):
        yield from _cited(document, _agents(document, verb), verb, "by-agent", stance, None)
        if entry.lemma in ("quote", "cite"):
            yield from _cited(document, _children(document, verb, "nsubjpass"), verb, "quoted", stance, verb)
        return
    if document.tags[verb] == "VB" and not any(document.deps[c] == "aux" for c in document.children[verb]):
        return
    if _withheld(document, verb):
        return
    if entry.needs == "clause" and not _has_clause(document, verb):
        return
    heads, rule = subjects(document, verb)
    cited = list(_cited(document, heads, verb, rule, stance, verb))
    astray = not cited or clause_between(document, heads[-1], verb)
    if rule == "subject" and astray and entry.needs == "free":
        # The parse may take the subject of what is said for the one who says it.
        cited = list(_cited(document, beside(document, verb), verb, "beside", stance, verb)) or cited
    for citation in cited:
        if entry.needs == "named" and citation.speaker is not None and not _named(document, citation.speaker):
            continue
        yield citation


def _cited(
    document: Document, heads: list[int], cue: int, rule: str, stance: Stance, verb: int | None
) -> Iterator[Citation]:
    sentence = document.sentence(cue)
    content = (sentence.start, sentence.end)
    for head in heads:
        if document.pos[head] == "PRON" and document.phrase_of.get(head, (head, head + 1))[1] == head + 1:
            if document.lower[head] in _THIRD_PERSON:
                yield Citation(None, head, cue, rule, stance, content)
                continue
            if document.lower[head] not in ("one", "another"):
                continue
        speaker = speaker_at(document, head, before=verb if verb is not None and head < verb else None)
        if document.lower[speaker.start] in _NOBODY:
            continue
        if is_document(document, head) and not names_speaker(document, speaker.start, speaker.end, head):
            continue
        if names_speaker(document, speaker.start, speaker.end, speaker.head):
            yield Citation(speaker, None, cue, rule, stance, content)


def _by_preposition(document: Document, token: int) -> Iterator[Citation]:
    """ "According to X", "citing X", "quoting X", "via X"."""
    position = token + 1
    if document.lower[token] == "according":
        if position >= len(document) or document.lower[position] != "to":
            return
        position += 1
    if position >= len(document) or position not in document.sentence(token):
        return
    phrase = document.phrase_of.get(position)
    head = phrase[1] - 1 if phrase is not None else position
    if document.lower[token] == "via" and find_publisher(document, position, head + 1) is None:
        return
    yield from _cited(document, conjuncts(document, head), token, document.lower[token], Stance.REPORTS, None)


def _by_noun(document: Document, noun: int) -> Iterator[Citation]:
    """ "A statement by X", "a report from X", "in a statement, X …", "X's statement"."""
    for child in document.children[noun]:
        if document.deps[child] == "poss" and document.pos[child] != "PRON":
            yield from _cited(document, [child], noun, "owner", Stance.REPORTS, None)
        elif document.deps[child] in ("prep", "agent") and document.lower[child] in _ISSUED_BY:
            heads = [h for h in document.children[child] if document.deps[h] == "pobj"]
            if document.lower[child] != "of":
                yield from _cited(document, heads, noun, "issuer", Stance.REPORTS, None)
        elif document.deps[child] == "acl":
            yield from _cited(document, _agents(document, child), noun, "issuer", Stance.REPORTS, None)


def _outlet_told(document: Document, verb: int) -> Iterator[Citation]:
    """The outlet that was told: "told Reuters"."""
    position = verb + 1
    sentence = document.sentence(verb)
    found = find_publisher(document, position, min(sentence.end, position + 4))
    if found is not None and found[0] <= position + 1:
        start, end, _ = found
        yield Citation(Speaker(start, end, end - 1), None, verb, "told", Stance.REPORTS, (sentence.start, sentence.end))


def _stance(document: Document, verb: int, entry: VerbEntry) -> Stance:
    """The verb's stance; "claimed responsibility" and "denied" something said are told from their objects."""
    if entry.lemma == "claim" and _passive(document, verb):
        return Stance.CLAIMS_RESPONSIBILITY
    if entry.lemma in ("claim", "admit", "accept", "take", "acknowledge", "declare", "assume"):
        objects = {document.lower[child] for child in document.children[verb] if document.deps[child] == "dobj"}
        if "responsibility" in objects or "credit" in objects:
            return Stance.CLAIMS_RESPONSIBILITY
    return entry.stance


def _has_clause(document: Document, verb: int) -> bool:
    """Whether the verb has a clause, an object after "claimed responsibility", or stands in a quotation."""
    children = document.children[verb]
    if any(document.deps[child] in _CLAUSES for child in children):
        return True
    if any(document.lower[child] == "responsibility" for child in children):
        return True
    sentence = document.sentence(verb)
    near = range(max(sentence.start, verb - 3), min(sentence.end, verb + 4))
    return any(document.lower[token] in _QUOTES for token in near)


def _named(document: Document, speaker: Speaker) -> bool:
    """Whether the speaker is a name, a body or an office rather than people in general."""
    if is_role(document, speaker.head):
        return True
    return any(document.pos[t] == "PROPN" or document.entity[t] for t in range(speaker.start, speaker.end))


def _withheld(document: Document, verb: int) -> bool:
    """ "Did not say", "declined to say", "told residents to stay indoors", "also called X"."""
    children = document.children[verb]
    if any(document.deps[child] == "neg" for child in children):
        return True
    if document.tags[verb] == "VBN" and not any(document.deps[child] in ("aux", "nsubj") for child in children):
        return True
    if document.lemmas[verb] == "tell" and any(
        document.tags[c] == "VB" and document.deps[c] == "xcomp" for c in children
    ):
        return True
    return document.lower[document.heads[verb]] in _NOT_SAID


def _passive(document: Document, verb: int) -> bool:
    return document.tags[verb] == "VBN" and (
        document.deps[verb] in ("acl", "amod")
        or any(document.deps[child] in ("auxpass", "nsubjpass") for child in document.children[verb])
    )


def _agents(document: Document, verb: int) -> list[int]:
    return [
        head
        for child in document.children[verb]
        if document.deps[child] in ("agent", "prep") and document.lower[child] == "by"
        for head in document.children[child]
        if document.deps[head] == "pobj"
    ]


def _children(document: Document, token: int, dep: str) -> list[int]:
    return [child for child in document.children[token] if document.deps[child] == dep]
