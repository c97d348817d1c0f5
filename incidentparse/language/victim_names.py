"""Gives people hit the names and trades by which the article tells of them elsewhere: "a soldier … Pte John Roe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from incidentparse.language.ages import age_of
from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.headcount import read_people
from incidentparse.language.named_words import victim_words
from incidentparse.language.namings import Naming, read_namings
from incidentparse.language.nationality import nationality
from incidentparse.language.people import Reading
from incidentparse.language.services import category_of
from incidentparse.mentions import TargetMention
from incidentparse.record import Category, Effect, TargetKind

# Sentences between a person and the name: over a longer stretch another of the trade may have been told of.
_REACH = 8
# The same where only the noun is the same.
_NEAR = 2
# What may stand between a number and its noun.
_BEFORE = frozenset({"NUM", "DET", "PRON", "ADJ"})


def with_names(document: Document, mentions: Sequence[TargetMention]) -> list[TargetMention]:
    """The mentions, those of single persons with the names and trades that the article gives them."""
    found = [_belonging(document, m) for m in mentions]
    if not any(m.kind is TargetKind.PERSON for m in found):
        return found
    namings = read_namings(document)
    for naming in namings:
        own = next((n for n, m in enumerate(found) if _names(document, naming, m)), None)
        if own is None:
            own = _antecedent(document, naming, found)
        if own is not None:
            found[own] = replace(found[own], name=naming.name, low=1, high=1, number=found[own].number or naming.name)
    return [_described(document, mention, namings) for mention in found]


def _belonging(document: Document, mention: TargetMention) -> TargetMention:
    """With the country and, for people, the service that the phrase itself tells."""
    country, category = mention.country_code, mention.category
    if country is None:
        country = nationality(document, mention.start, mention.end)
    if mention.kind is TargetKind.PERSON:
        mention = _counted(document, mention)
        category = category_of(document, mention.start, mention.end, category)
    if country == mention.country_code and category is mention.category:
        return mention
    return replace(mention, country_code=country, category=category)


def _counted(document: Document, mention: TargetMention) -> TargetMention:
    """With the number that the parse cut off: "one of his | bodyguards", "Two | soldiers" behind a dateline."""
    if mention.low is not None:
        return mention
    start, first = mention.start, document.sentences[max(0, document.sentence_of[mention.start] - 1)].start
    while start > first and (document.pos[start - 1] in _BEFORE or document.lower[start - 1] == "of"):
        start -= 1
    people = next((p for p in read_people(document, start, mention.end) if p.end == mention.end), None)
    if people is None or people.reading not in (Reading.COUNTED, Reading.SHARE) or people.start >= mention.start:
        return mention
    return replace(mention, low=people.low, high=people.high, number=people.number)


def _names(document: Document, naming: Naming, mention: TargetMention) -> bool:
    """Whether a naming tells the name right behind or before the very phrase."""
    return _nameless(document, mention) and naming.noun[0] < mention.end <= naming.noun[1]


def _nameless(document: Document, mention: TargetMention) -> bool:
    """A single person without a name."""
    one = (
        mention.low in (None, 1) and mention.high in (None, 1) and document.tags[mention.end - 1] not in ("NNS", "NNPS")
    )
    return mention.kind is TargetKind.PERSON and mention.name is None and one


def _antecedent(document: Document, naming: Naming, mentions: Sequence[TargetMention]) -> int | None:
    """The person told of before whom a naming takes up: the nearest of that noun or trade."""
    if any(_same_name(document, naming, m) for m in mentions if m.end <= naming.role[0]):
        return None
    sentence, age = document.sentence_of[naming.role[0]], _age(document, naming)
    before = [
        n
        for n, m in enumerate(mentions)
        if m.end <= naming.role[0]
        and _nameless(document, m)
        and sentence - document.sentence_of[m.start] <= _REACH
        and _may_be(document, naming, m, age)
    ]
    return max(before, key=lambda n: (_same_noun(document, naming, mentions[n]), mentions[n].start), default=None)


def _same_noun(document: Document, naming: Naming, mention: TargetMention) -> bool:
    return document.lemmas[naming.noun[1] - 1] == document.lemmas[mention.end - 1]


def _may_be(document: Document, naming: Naming, mention: TargetMention, age: int | None) -> bool:
    """Whether noun, trade and age of a mention fit a naming."""
    told = age_of(document, mention.start, mention.end)
    if told is not None and age is not None:
        return told == age and _sexes_fit(document, naming, mention)
    noun = document.lemmas[naming.noun[1] - 1]
    if naming.known:
        if _same_noun(document, naming, mention):
            return True
        dead = victim_words("dead").isdisjoint(document.lower[slice(*naming.role)])
        if naming.form.noun.generic or noun in victim_words("plain"):
            return (dead or mention.effect is Effect.KILLED) and _sexes_fit(document, naming, mention)
    if age is not None and mention.category is naming.form.noun.category is not Category.CIVILIAN:
        return True
    # "A councillor was shot … the house of Jane Roe, a councillor": not if she only speaks of it.
    near = document.sentence_of[naming.role[0]] - document.sentence_of[mention.start] <= _NEAR
    return near and _same_noun(document, naming, mention) and _told_of(document, naming)


def _told_of(document: Document, naming: Naming) -> bool:
    """Whether a name that comes with its trade is not that of a speaker, nor the trade that of anybody."""
    if naming.form.noun.generic or document.lemmas[naming.noun[1] - 1] in victim_words("plain"):
        return False
    last = naming.name[1] - 1
    return document.deps[last] != "nsubj" or document.lemmas[document.heads[last]] not in attributing_verbs()


def _sexes_fit(document: Document, naming: Naming, mention: TargetMention) -> bool:
    words = {document.lemmas[naming.noun[1] - 1], *document.lemmas[mention.start : mention.end]}
    return words.isdisjoint(victim_words("male")) or words.isdisjoint(victim_words("female"))


def _age(document: Document, naming: Naming) -> int | None:
    told = age_of(document, *naming.role)
    return told if told is not None else age_of(document, *naming.name)


def _same_name(document: Document, naming: Naming, mention: TargetMention) -> bool:
    return mention.name is not None and document.lower[mention.name[1] - 1] == document.lower[naming.name[1] - 1]


def _described(document: Document, mention: TargetMention, namings: Sequence[Naming]) -> TargetMention:
    """A mention by name alone with the trade that the article tells of its bearer."""
    if mention.kind is not TargetKind.PERSON or mention.name is None or mention.category is not Category.CIVILIAN:
        return mention
    told = [n for n in namings if _same_name(document, n, mention)]
    if not told:
        return mention
    category = next(
        (n.form.noun.category for n in told if n.form.noun.category is not Category.CIVILIAN), mention.category
    )
    country = mention.country_code or next((n.form.country_code for n in told if n.form.country_code), None)
    return replace(mention, category=category, country_code=country)
