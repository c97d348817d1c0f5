"""What the sentence says in which a place is named: of the incident, of what was before, of a burial."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from incidentparse.language.document import Document
from incidentparse.language.place_words import words_of
from incidentparse.language.time_anchors import anchor_roles
from incidentparse.mentions import PlaceMention
from incidentparse.record import PlaceKind

# Of places in one sentence the third and later are not told apart.
_LAST_ORDER = 3
# Ties to events that weigh otherwise where the sentence is not the one that tells of the incident first.
_TIES = frozenset({"anchor:event", "above:event", "above:other", "above:no", "anchor:none", "dateline:capital:again",
                   "dateline:other:again"})  # fmt: skip
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
# As what a part of a sentence hangs below an event word.
_ROLES = {
    "nsubj": "subject", "nsubjpass": "object", "dobj": "object", "agent": "agent", "prep": "phrase", "pobj": "phrase",
    "conj": "joined", "advcl": "clause", "relcl": "clause", "acl": "clause", "ccomp": "clause", "xcomp": "clause",
    "appos": "joined", "compound": "compound",
}  # fmt: skip


def orders(mentions: Sequence[PlaceMention], document: Document) -> dict[int, int]:
    """For each mention of a place in a country, the how-manieth of its sentence it is."""
    seen: Counter[int] = Counter()
    found: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention.demonym_country is None and mention.kind is not PlaceKind.COUNTRY and mention.rule != "dateline":
            sentence = document.sentence_of[mention.start]
            seen[sentence] += 1
            found[number] = seen[sentence]
    return found


def hangs_as(document: Document, token: int, event: int) -> str:
    """As what the part of a sentence that holds a word hangs below an event: its subject, its object, a clause."""
    while document.heads[token] != event:
        token = document.heads[token]
    return _ROLES.get(document.deps[token], "other")


def sentence_features(
    document: Document, mention: PlaceMention, names: Sequence[str], *, first: bool, order: int | None
) -> list[str]:
    """How a place is tied in where its sentence tells of the incident first, later, or looks back.

    Args:
        document: the document.
        mention: the mention of the place.
        names: what is known to be true of it.
        first: the sentence is the first with an event of the incident.
        order: the how-manieth place of a sentence with such an event it is, None in others.
    """
    sentence = document.sentence(mention.start)
    words = document.lower[sentence.start : sentence.end]
    when = "first" if first else "past" if any(w in words_of("past") or _YEAR.fullmatch(w) for w in words) else "later"
    found = [f"{tie}:{when}" for tie in names if tie in _TIES]
    if order is not None:
        found.append(f"order:{when}:{min(order, _LAST_ORDER)}")
    if any(word in words_of("burial") for word in words):
        found.append("sentence:burial")
    anchor = mention.anchor
    if anchor is not None and document.deps[anchor] == "nsubj" and _states(document, document.heads[anchor]):
        found.append("speaker")
    return found


def _states(document: Document, verb: int) -> bool:
    return anchor_roles().get(document.lemmas[verb]) == "statement"
