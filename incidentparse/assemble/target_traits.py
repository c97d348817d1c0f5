"""What a mention of a target says: its noun, its words, whether it is one, taken up, told by nation or doings alone."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.language.document import Document
from incidentparse.language.grammar import DEFINITE
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import people_index
from incidentparse.language.target_nouns import named_by_kind
from incidentparse.language.target_phrases import doing_end
from incidentparse.mentions import TargetMention
from incidentparse.record import TargetKind

_SKIPPED = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "NUM", "SPACE", "PART", "PRON"})
# Words between the determiner and the noun: "the two slain priests".
_BEFORE = 2


def noun_of(document: Document, mention: TargetMention) -> str:
    """What the phrase is about: "town" in "the town of X", "hotel" in "Hotel Kivu"."""
    words = document.lower[mention.start : mention.end]
    kind = named_by_kind(document, mention.start, mention.end - 1)
    if kind is not None and mention.kind is TargetKind.OBJECT:
        return stem(document.lower[kind.start])
    return stem(words[words.index("of") - 1] if "of" in words[1:] else words[-1])


def stem(word: str) -> str:
    """Singular and plural alike."""
    return word.removesuffix("s")


def words_of(document: Document, mention: TargetMention) -> frozenset[str]:
    """The words that tell it from others."""
    return frozenset(
        stem(document.lower[t]) for t in range(mention.start, mention.end) if document.pos[t] not in _SKIPPED
    ) or frozenset(document.lower[mention.start : mention.end])


def headlined(document: Document, group: Sequence[TargetMention]) -> bool:
    """Whether only the headline tells of a target."""
    return all(document.sentence(m.start).title for m in group)


def of_nation(document: Document, mention: TargetMention) -> bool:
    """Whether people are told by their nation alone: "five Spaniards", "two French citizens"."""
    if mention.name is not None or mention.country_code is None:
        return False
    form = people_index().match(document.folded, mention.end - 1, mention.end)
    demonym = form is not None and form.value.country_code is not None
    return demonym or document.lemmas[mention.end - 1] in victim_words("native")


def occupied(document: Document, mention: TargetMention) -> bool:
    """People in general told by what they were doing: "people who had gathered to pray"."""
    return (
        mention.name is None
        and not mention.rule.endswith(":generic")
        and doing_end(document, mention.end) > mention.end
    )


def single(document: Document, mention: TargetMention) -> bool:
    """Whether a phrase is of one person; without a number by its noun."""
    if mention.low is None and document.tags[mention.end - 1] in ("NNS", "NNPS"):
        return False
    return mention.low in (None, 1) and mention.high in (None, 1)


def takes_up(document: Document, mention: TargetMention) -> bool:
    """Whether a definite article stands before the phrase."""
    first = min(mention.start, mention.number[0] if mention.number is not None else mention.start)
    return any(word in DEFINITE for word in document.lower[max(0, first - _BEFORE) : mention.start + 1])
