"""Where an article introduces those whom it then cites in short: by surname, office, acronym or as "the group"."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.document import Document
from incidentparse.language.groups import read_groups
from incidentparse.language.name_start import LONGEST, NAME_POS
from incidentparse.language.source_identity import same_word
from incidentparse.language.source_kinds import find_publishers, is_office
from incidentparse.language.speakers import Speaker, speaker_at

# "The group" is the armed group named in the same sentence or in one of so many before it.
_GROUP_REACH = 2


def full_names(document: Document) -> dict[str, int]:
    """For each surname the last token of the first full name that ends in it."""
    names: dict[str, int] = {}
    for start, end, label in document.entities:
        if label == "PERSON" and end - start > 1:
            last = end - 1
            while last > start and (document.lower[last] in ("'s", "’s") or document.pos[last] == "PUNCT"):
                last -= 1
            if last > start:
                names.setdefault(document.folded[last], last)
    return names


def holders(document: Document) -> Iterator[tuple[frozenset[str], int]]:
    """Each person named with an office: the words of the office, its initials too, and the last token of the name."""
    for start, end, label in document.entities:
        if label != "PERSON" or document.sentence(start).title:
            continue
        speaker = speaker_at(document, end - 1)
        first = min(speaker.start, start)
        floor = max(document.sentence(start).start, start - LONGEST)
        while first > floor and document.pos[first - 1] in NAME_POS and document.entity[first - 1] != "PERSON":
            first -= 1
        outside = [t for t in range(first, max(speaker.end, end)) if not start <= t < end]
        words = [same_word(document.folded[t]) for t in outside if is_office(document, t)]
        if words:
            capitals = [document.words[t][0] for t in outside if document.pos[t] != "DET"]
            initials = "".join(letter.lower() for letter in capitals if letter.isupper())
            yield frozenset((*words, *(initials[:n] for n in range(2, len(initials) + 1)))), end - 1


def full_bodies(document: Document) -> dict[str, Speaker]:
    """Where each known body is first named by more than its acronym."""
    names: dict[str, Speaker] = {}
    for start, end, publisher in find_publishers(document, 0, len(document)):
        if end - start > 1:
            names.setdefault(publisher.name, Speaker(start, end, end - 1))
    return names


def group_before(document: Document, token: int) -> Speaker | None:
    """The armed group named last before a token, not far from it."""
    first = document.sentences[max(0, document.sentence_of[token] - _GROUP_REACH)].start
    named = [party for party in read_groups(document) if first <= party.start and party.end <= token]
    return Speaker(named[-1].start, named[-1].end, named[-1].end - 1) if named else None
