"""One who is cited: the record of a citation, and who among the heads of a phrase can say something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.language.arguments import content
from incidentparse.language.bounds import sentence_bounds
from incidentparse.language.document import Document
from incidentparse.language.source_kinds import is_document, names_speaker
from incidentparse.language.speakers import Speaker, speaker_at
from incidentparse.mentions import Tokens
from incidentparse.record import Stance

_THIRD_PERSON = frozenset({"he", "she", "they", "it", "him", "her", "them"})
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nor"})
_ARTICLES = frozenset({"a", "an", "one", "another"})


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


def cite(
    document: Document, heads: list[int], cue: int, rule: str, stance: Stance, verb: int | None
) -> Iterator[Citation]:
    """The citations of those named by ``heads``: persons, bodies and outlets, and pronouns that stand for them.

    Args:
        heads: nouns coordinated with each other.
        cue: the token that shows the citation.
        rule: how it was found.
        stance: what the speakers do.
        verb: the verb of saying, where names may reach up to it; None behind a preposition.
    """
    told = sentence_bounds(document, cue)
    if heads and _denied(document, heads[0]):
        return
    for place, head in enumerate(heads):
        if document.pos[head] == "PRON" and document.phrase_of.get(head, (head, head + 1))[1] == head + 1:
            if document.lower[head] in _THIRD_PERSON:
                yield Citation(None, head, cue, rule, stance, told)
                continue
            if document.lower[head] not in ("one", "another") and content(document, head) == head:
                continue
        speaker = speaker_at(document, head, before=verb if verb is not None and head < verb else None)
        if place + 1 < len(heads):
            speaker = _up_to(document, speaker, heads[place + 1])
        if place and speaker.start <= heads[place - 1]:
            start = document.phrase_of.get(head, (head, head + 1))[0]
            speaker = Speaker(max(start, heads[place - 1] + 1), speaker.end, speaker.head, speaker.aliases)
        spoken = not _compiled(document, head) and names_speaker(document, speaker.start, speaker.end, head)
        if is_document(document, head) and not spoken:
            author = _author(document, speaker, head)
            if author is not None:
                yield Citation(author, None, cue, rule, stance, told)
        elif names_speaker(document, speaker.start, speaker.end, content(document, speaker.head)):
            yield Citation(speaker, None, cue, rule, stance, told)


def _denied(document: Document, head: int) -> bool:
    """ "No group or individual", "neither the army nor the police"."""
    start = document.phrase_of.get(head, (head, head + 1))[0]
    return document.lower[start] in _NOBODY or (start > 0 and document.lower[start - 1] in _NOBODY)


def _up_to(document: Document, speaker: Speaker, following: int) -> Speaker:
    """The speaker without what belongs to the next one of a list ("police, officials and witnesses")."""
    limit = document.phrase_of.get(following, (following, following + 1))[0]
    if limit <= speaker.head or limit >= speaker.end:
        return speaker
    end = limit
    while end > speaker.head + 1 and document.pos[end - 1] in ("PUNCT", "CCONJ", "DET"):
        end -= 1
    return Speaker(speaker.start, end, speaker.head, tuple(alias for alias in speaker.aliases if alias[1] <= end))


def _compiled(document: Document, head: int) -> bool:
    """ "Figures compiled by the ministry" are no people."""
    return any(document.deps[c] == "acl" and document.tags[c] == "VBN" for c in document.children[head])


def _author(document: Document, speaker: Speaker, head: int) -> Speaker | None:
    """Whose text it is, where the noun in front of it says so: "an Interior Ministry statement"."""
    start = speaker.start
    while start < head and document.lower[start] in _ARTICLES:
        start += 1
    if start >= head or document.deps[head - 1] not in ("compound", "nmod", "poss", "case"):
        return None
    end = head - 1 if document.tags[head - 1] == "POS" else head
    if end <= start or not names_speaker(document, start, end, end - 1):
        return None
    return Speaker(start, end, end - 1)
