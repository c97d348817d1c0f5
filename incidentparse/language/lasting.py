"""Deeds that last: the day on which one began and the day on which it ended, told apart, become one stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from incidentparse.language.days import DAY
from incidentparse.language.deed_phases import UNTIL, phase_words
from incidentparse.language.document import Document
from incidentparse.language.lasting_hours import days_of_hours, past_midnight
from incidentparse.mentions import TimeMention
from incidentparse.record import TimePrecision

# A stretch longer than a month is a campaign, not an incident.
_LONGEST_STRETCH = 31 * DAY
# A siege that is told of as one deed lasts no longer.
_LONGEST_SIEGE = 10 * DAY
# Sentences between the day of an attack and the one up to which its fighting lasted.
_SENTENCES_APART = 2
_DAYS = frozenset({"day", "night", "week"})
# How far behind "days of" the noun of what lasted may stand, in tokens.
_COURSE_REACH = 4
_UP_TO = frozenset({"until", "till", "into", "through", "up"})
# May stand between these and the time, and how many of them.
_BEFORE_A_DAY = frozenset({"to", "on", "in", "the", "well", "shortly", "just", "around", "about"})
_UP_TO_REACH = 3
_AT_LAST = frozenset({"finally", "eventually"})
_CLAUSES = frozenset({"advcl", "xcomp", "conj"})
# Roles of what began, or was begun, under its verb.
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "xcomp"})


def join_stretches(document: Document, mentions: list[TimeMention], deeds: Collection[int]) -> list[TimeMention]:
    """The mentions, with "began on Friday … ended on Saturday" as one stretch.

    Args:
        document: the article.
        mentions: its expressions of time, in the order of the text.
        deeds: the words that report violence.
    """
    joined: list[TimeMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is not None and _in_one_sentence(document, before, mention):
            days = _from_to(document, before, mention) or _twice(document, before, mention, deeds)
            if days is not None:
                joined[-1] = _lasting(before, *days, end=mention.end)
                continue
            if past_midnight(document, before, mention):
                assert before.first is not None
                joined[-1] = _lasting(before, before.first, before.first + DAY, end=mention.end)
                continue
        begun = _fought_until(document, joined, mention, deeds)
        if begun is not None:
            mention = _lasting(mention, begun, mention.last)
        joined.append(mention)
    return [_siege(document, _for_hours(document, mention, deeds), joined, deeds) for mention in joined]


def _for_hours(document: Document, begin: TimeMention, deeds: Collection[int]) -> TimeMention:
    """The mention; a siege that began at 9 p.m. and lasted 12 hours as the stretch of both days."""
    if begin.anchor in deeds or (begin.anchor is not None and document.lemmas[begin.anchor] in phase_words("begin")):
        days = days_of_hours(document, begin)
        if days and begin.first is not None:
            return _lasting(begin, begin.first, begin.first + days * DAY)
    return begin


def lasts_days(document: Document, sentences: int) -> bool:
    """Whether the first sentences say that a deed lasted ("after days of fighting", "a three-day battle")."""
    triggers = {frame.trigger for frame in document.frames}
    for sentence in document.sentences[:sentences]:
        for token in range(sentence.start, sentence.end):
            if document.lemmas[token] not in _DAYS:
                continue
            plural = document.folded[token] != document.lemmas[token] and document.folded[token + 1 : token + 2] == [
                "of"
            ]
            if not plural and document.folded[token - 1 : token] != ["-"]:
                continue
            after = range(token + 1, min(token + 1 + _COURSE_REACH, sentence.end))
            if any(t in triggers or document.lemmas[t] in phase_words("course") for t in after):
                return True
    return False


def _lasting(mention: TimeMention, first: dt.date, last: dt.date | None, *, end: int | None = None) -> TimeMention:
    return replace(
        mention, end=end or mention.end, rule="lasting", first=first, last=last, time=None, part_of_day=None,
        precision=TimePrecision.DAY,
    )  # fmt: skip


def _in_one_sentence(document: Document, one: TimeMention, two: TimeMention) -> bool:
    return document.sentence_of[one.start] == document.sentence_of[two.start]


def _from_to(document: Document, one: TimeMention, two: TimeMention) -> tuple[dt.date, dt.date] | None:
    """The days of a beginning and an end, told in either order."""
    if one.anchor is None or two.anchor is None:
        return None
    if document.lemmas[one.anchor] in phase_words("begin") and (_ends(document, two) or _lasted_until(document, two)):
        return _days(one, two)
    if document.lemmas[two.anchor] in phase_words("begin") and one.anchor in _ended_with(document, two.anchor):
        return _days(two, one)
    return None


def _twice(
    document: Document, one: TimeMention, two: TimeMention, deeds: Collection[int]
) -> tuple[dt.date, dt.date] | None:
    """The days of one verb of two deeds ("blew up a pipeline on Monday and another one on Tuesday")."""
    if one.anchor != two.anchor or one.anchor not in deeds or two.first != two.last:
        return None
    between = range(one.end, two.start)
    joined = any(document.folded[t] == "and" for t in between) and all(document.pos[t] != "VERB" for t in between)
    return _days(one, two) if joined else None


def _ends(document: Document, mention: TimeMention) -> bool:
    assert mention.anchor is not None
    lemma = document.lemmas[mention.anchor]
    return lemma in phase_words("end") or (lemma in phase_words("last") and _goes_up_to(document, mention))


def _goes_up_to(document: Document, mention: TimeMention) -> bool:
    """Whether a time is that up to which something lasted ("until Friday", "into the early hours of Friday")."""
    if mention.rule == "until":
        return True
    for token in range(mention.start - 1, max(mention.start - 1 - _UP_TO_REACH, -1), -1):
        if document.folded[token] in _UP_TO:
            return True
        if document.folded[token] not in _BEFORE_A_DAY:
            break
    return False


def _lasted_until(document: Document, mention: TimeMention) -> bool:
    """Whether a day is that of what ended a deed that lasted ("continued until a truce took hold on Thursday")."""
    assert mention.anchor is not None
    until = any(document.folded[c] in UNTIL for c in document.children[mention.anchor] if document.deps[c] == "mark")
    return until and document.lemmas[document.heads[mention.anchor]] in phase_words("last")


def _ended_with(document: Document, verb: int) -> list[int]:
    """The verbs of whose day it is that what began ended: "killed the last gunman, ending a siege that had begun"."""
    if document.deps[verb] != "relcl":
        return []
    ending = document.heads[document.heads[verb]]
    return [ending, document.heads[ending]] if document.lemmas[ending] in phase_words("end") else []


def _days(begin: TimeMention, end: TimeMention) -> tuple[dt.date, dt.date] | None:
    first, last = begin.first, end.last
    if first is None or first != begin.last or last is None:
        return None
    if first > last and begin.rule == "weekday":
        first -= 7 * DAY
    return (first, last) if first < last <= first + _LONGEST_STRETCH else None


def _siege(document: Document, end: TimeMention, mentions: list[TimeMention], deeds: Collection[int]) -> TimeMention:
    """A day on which a siege or battle ended, as the stretch from the day on which it began.

    A siege began with the first deed of the days before; a town that was taken was attacked from the day on which
    news says a battle to have begun.
    """
    if end.anchor is None or end.first is None or end.first != end.last:
        return end
    siege = _ends_a_course(document, end.anchor)
    it = not siege and _it_ended(document, end.anchor)
    if not siege and not it and not _taken(document, end.anchor):
        return end
    for begin in mentions:
        if begin.anchor is None or (begin.start > end.start and not siege):
            continue
        if it and document.sentence_of[end.start] - document.sentence_of[begin.start] > _SENTENCES_APART:
            continue
        if _begins_a_course(document, begin.anchor, deeds) or (siege and begin.anchor in deeds):
            days = _days(begin, end)
            if days is not None and days[1] - days[0] <= _LONGEST_SIEGE:
                return _lasting(end, *days)
    return end


def _ends_a_course(document: Document, anchor: int) -> bool:
    """Whether a verb, or the clause below it, says that a siege ended ("stormed the cafe, ending a 16-hour siege")."""
    if document.deps[anchor] == "dobj":
        anchor = document.heads[anchor]
    told = [c for c in document.children[anchor] if document.deps[c] in ("ccomp", "relcl", "dobj")]
    told += [d for c in told for d in document.children[c] if document.deps[d] == "relcl"]
    verbs = [
        anchor, *told,
        *(c for verb in (anchor, *told) for c in document.children[verb] if document.deps[c] in _CLAUSES),
    ]  # fmt: skip
    return any(
        document.lemmas[verb] in phase_words("end")
        # "died a week after he was attacked" ends nothing.
        and any(
            document.lemmas[c] in phase_words("course") and document.pos[c] != "VERB" for c in document.children[verb]
        )
        for verb in verbs
    )


def _it_ended(document: Document, verb: int) -> bool:
    """Whether what was told of before ended ("It ended on Sunday")."""
    below = document.children[verb]
    return document.lemmas[verb] in phase_words("end") and any(document.pos[c] == "PRON" for c in below)


def _begins_a_course(document: Document, anchor: int, deeds: Collection[int]) -> bool:
    """Whether a verb says that a deed began ("the attack began", "troops launched an offensive")."""
    if document.lemmas[anchor] not in phase_words("begin"):
        return False
    return any(
        document.deps[c] in _PARTIES and (c in deeds or document.lemmas[c] in phase_words("course"))
        for c in document.children[anchor]
    )


def _taken(document: Document, anchor: int) -> bool:
    """Whether a verb says that a place was taken in the end ("finally entered the town", "recaptured the base")."""
    if document.lemmas[anchor] in phase_words("taken"):
        return True
    return any(document.folded[c] in _AT_LAST for c in document.children[anchor])


def _fought_until(
    document: Document, mentions: Sequence[TimeMention], end: TimeMention, deeds: Collection[int]
) -> dt.date | None:
    """The day of the attack whose fighting lasted until another day, as a sentence soon after it tells."""
    if end.anchor is None or document.lemmas[end.anchor] not in phase_words("last") or not _goes_up_to(document, end):
        return None
    number = document.sentence_of[end.start]
    for begin in reversed(mentions):
        if number - document.sentence_of[begin.start] > _SENTENCES_APART:
            break
        days = _days(begin, end) if begin.anchor in deeds else None
        if days is not None:
            return days[0]
    return None
