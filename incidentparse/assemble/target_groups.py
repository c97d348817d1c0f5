"""Which mentions speak of the same target: names and surnames, roles taken up again, phrases that share their words."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.language.document import Document
from incidentparse.mentions import TargetMention
from incidentparse.record import Category, TargetKind

_SKIPPED = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "NUM", "SPACE", "PART", "PRON"})
# Determiners that take up what was told before.
_TAKING_UP = frozenset({"the", "this", "these", "that", "those", "both"})
# Articles of Arabic names and words of towns, which unlike places share.
_OF_NAMES = frozenset(
    {"al", "el", "ad", "ar", "as", "at", "az", "city", "town", "village", "district", "neighborhood", "neighbourhood"}
)
# Words between the determiner and the noun: "the two slain priests".
_BEFORE = 2

Group = list[TargetMention]


def group_targets(document: Document, mentions: Sequence[TargetMention]) -> list[Group]:
    """Mentions of the same target together, in the order of the text."""
    groups: list[Group] = []
    for mention in mentions:
        group = next((g for g in groups if _same(document, mention, g)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    return groups


def noun_of(document: Document, mention: TargetMention) -> str:
    """What the phrase is about: "town" in "the town of X"."""
    words = document.lower[mention.start : mention.end]
    return stem(words[words.index("of") - 1] if "of" in words[1:] else words[-1])


def stem(word: str) -> str:
    """Singular and plural alike."""
    return word.removesuffix("s")


def _same(document: Document, mention: TargetMention, group: Group) -> bool:
    if mention.kind is not group[0].kind:
        return False
    if mention.kind is TargetKind.OBJECT:
        return _same_thing(document, mention, group[0])
    return _same_person(document, mention, group)


def _same_person(document: Document, mention: TargetMention, group: Group) -> bool:
    names = [_name_words(document, m) for m in group if m.name is not None]
    if mention.name is not None and names:
        own = _name_words(document, mention)
        return any(own <= other or other <= own for other in names)
    single = mention.low in (None, 1) and mention.high in (None, 1)
    if mention.name is not None or names:
        # "the mayor … Jane Roe, the mayor", "Jane Roe, the mayor … the mayor was shot"
        alone = single and all(m.low in (None, 1) for m in group)
        taken_up = mention.name is not None or _takes_up(document, mention)
        return alone and taken_up and any(noun_of(document, m) == noun_of(document, mention) for m in group)
    words, known = words_of(document, mention), words_of(document, group[0])
    if (words <= known or known <= words) and noun_of(document, mention) == noun_of(document, group[0]):
        return True
    if single or not _takes_up(document, mention):
        return False
    # "six Jesuit priests … the clergymen", "two teachers … the two women"
    counted = mention.low is not None and mention.low == group[0].low
    kept = mention.low is None and mention.category is group[0].category is not Category.CIVILIAN
    return counted or (kept and group[0].low != 1)


def _takes_up(document: Document, mention: TargetMention) -> bool:
    """Whether a definite article stands before the phrase."""
    first = min(mention.start, mention.number[0] if mention.number is not None else mention.start)
    return any(word in _TAKING_UP for word in document.lower[max(0, first - _BEFORE) : mention.start + 1])


def _name_words(document: Document, mention: TargetMention) -> frozenset[str]:
    return frozenset(document.lower[slice(*mention.name)]) if mention.name is not None else frozenset()


def words_of(document: Document, mention: TargetMention) -> frozenset[str]:
    """The words that tell it from others."""
    return frozenset(
        stem(document.lower[t]) for t in range(mention.start, mention.end) if document.pos[t] not in _SKIPPED
    ) or frozenset(document.lower[mention.start : mention.end])


def _same_thing(document: Document, one: TargetMention, other: TargetMention) -> bool:
    words, known = words_of(document, one), words_of(document, other)
    same = (words <= known or known <= words) and noun_of(document, one) == noun_of(document, other)
    if same and not _counted_apart(one, other):
        return True
    return _same_place(document, one, other) or _same_place(document, other, one)


def _counted_apart(one: TargetMention, other: TargetMention) -> bool:
    """Things of different number in one count: "three artillery systems … and an air defence artillery system"."""
    return one.low is not None and other.low is not None and one.low != other.low


def _same_place(document: Document, one: TargetMention, other: TargetMention) -> bool:
    """ "Saraqib" and "the town of Saraqib": towns that share a name."""
    if one.category is not Category.CIVILIAN or one.name is None:
        return False
    return other.name is not None and bool(_proper(document, one) & _proper(document, other))


def _proper(document: Document, mention: TargetMention) -> set[str]:
    words = {document.lower[t] for t in range(mention.start, mention.end) if document.pos[t] == "PROPN"}
    return words - _OF_NAMES
