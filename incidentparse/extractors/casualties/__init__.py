"""Casualties: figures of people killed, injured, missing, abducted, detained or displaced."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.extractors.casualties.counts import Figure, read_figures
from incidentparse.extractors.casualties.fates import with_fates
from incidentparse.extractors.casualties.patterns import Tie, tie
from incidentparse.extractors.casualties.predicates import Predicate, find_predicates, possessive
from incidentparse.extractors.casualties.scene import Scene, stretches
from incidentparse.extractors.casualties.scope import certainty, is_answered, is_background, read_scope
from incidentparse.extractors.casualties.syntax import unknown_names
from incidentparse.language.document import Document
from incidentparse.language.headcount import read_people
from incidentparse.language.people import People, Reading
from incidentparse.mentions import CasualtyMention, Certainty
from incidentparse.record import CasualtyStatus, Side

# Fewer than this many people are not the count of a war or a year, whatever the sentence tells besides.
_SERIES = 2
# No single incident since 1970 has killed or hurt so many in one place: the Global Terrorism Database's deadliest have
# under 3,000 dead and, but for New York in 2001, as many injured.
_WAR = 5000


def extract(document: Document) -> list[CasualtyMention]:
    """The mentions, in the order of the text."""
    mentions: list[CasualtyMention] = []
    for start, end in stretches(document):
        predicates = find_predicates(document, start, end)
        if predicates:
            mentions += _of_stretch(document, start, end, predicates)
    return with_fates(document, mentions)


def _of_stretch(document: Document, start: int, end: int, predicates: list[Predicate]) -> list[CasualtyMention]:
    owned = (possessive(document, start, end, predicate) for predicate in predicates)
    stops = [owner for owner in owned if owner is not None]
    people = list(read_people(document, start, end, unknown_names(document, predicates), stops))
    scene = Scene(document, start, end, people, predicates)
    scope = read_scope(document, start, end)
    found: list[CasualtyMention] = []
    answered = start
    stale, last = False, start
    for predicate, ties in tie(scene):
        if is_answered(document, start, predicate):
            # "in revenge for the death of five men killed at Hama": what is told of them as well.
            answered = max(answered, document.subtree(predicate.start)[1])
        if predicate.start < answered:
            continue
        before = [m.predicate for m in found if m.status is predicate.word.status and m.certainty.actual]
        past = scope.is_past(predicate.start) or is_background(document, start, predicate, before)
        held = certainty(document, start, predicate, past=past)
        # "had put the toll at 28 dead and 104 wounded"
        joined = stale and not scene.clause_between(last, predicate.start)
        stale, last = joined or scope.is_superseded(predicate.start), predicate.end
        found += (_of_tie(predicate, t, held, scope.long, stale) for t in ties)
        if not ties:
            for figure in read_figures(document, start, end, predicate):
                found += _of_figure(predicate, figure, held, scope.long, stale)
    found = [m for m in found if not _set_aside(document, end, m)]
    return sorted(_consistent(found), key=lambda m: (m.start, m.end, m.predicate, m.status))


def _set_aside(document: Document, end: int, mention: CasualtyMention) -> bool:
    """ "two women were wounded (not included)": the report itself does not count them."""
    for token in (mention.end, mention.number[1], mention.group[1] if mention.group else mention.end):
        if token + 1 < end and document.words[token] == "(" and document.folded[token + 1] == "not":
            return True
    return False


def _of_tie(predicate: Predicate, tied: Tie, held: Certainty, cumulative: bool, stale: bool) -> CasualtyMention:
    people, word = tied.people, predicate.word
    return CasualtyMention(
        min(people.start, predicate.start),
        max(people.end, predicate.end),
        f"{word.frame}:{tied.rule}:{people.reading}",
        certainty=held,
        status=tied.status,
        low=people.low,
        high=people.high,
        number=people.number,
        group=None if people.generic else people.group,
        category=people.category,
        country_code=people.country_code,
        side=Side.PERPETRATOR if word.self else people.side,
        predicate=predicate.start,
        part_of_total=tied.part,
        cumulative=people.low >= (_SERIES if cumulative else _WAR) or (cumulative and _is_nth(people)),
        person=people.name,
        overall=tied.overall,
        more=people.more,
        anaphoric=not tied.introduced,
        indirect=word.care,
        ordinal=people.ordinal,
        general=people.generic,
        superseded=stale,
    )


def _is_nth(people: People) -> bool:
    """ "The third journalist killed this year": one more of a series of incidents."""
    return people.ordinal is not None and people.reading is Reading.DEFINITE


def _of_figure(
    predicate: Predicate, figure: Figure, held: Certainty, cumulative: bool, stale: bool
) -> Iterator[CasualtyMention]:
    word, quantity = predicate.word, figure.quantity
    statuses = [word.status]
    if word.overall and quantity.high == 0:
        # "no casualties": none killed, none injured.
        statuses = [CasualtyStatus.KILLED, CasualtyStatus.INJURED]
    for status in statuses:
        yield CasualtyMention(
            min(figure.noun[0], predicate.start),
            max(figure.noun[1], predicate.end),
            f"{word.frame}:{figure.rule}",
            certainty=held,
            status=status,
            low=quantity.low,
            high=quantity.high,
            number=(quantity.start, quantity.end),
            predicate=predicate.start,
            cumulative=cumulative or quantity.low >= _WAR,
            updates=figure.updates,
            overall=word.overall,
            more=quantity.more,
            anaphoric=figure.anaphoric,
            ordinal=figure.ordinal,
            general=True,
            superseded=stale,
        )


def _consistent(found: list[CasualtyMention]) -> Iterator[CasualtyMention]:
    """One mention a phrase and status; who was killed is not told as injured too ("shot in the head, he died")."""
    dead = [m for m in found if m.status is CasualtyStatus.KILLED and not m.overall and m.certainty.actual]
    killed = {m.number for m in dead}
    for mention in dead:
        if mention.anaphoric and mention.general and mention.low == 1:
            # "was rushed to hospital, where he died": he is the one told of last.
            before = [m for m in found if m.status is CasualtyStatus.INJURED and m.number[0] < mention.number[0]]
            if before and before[-1].low == 1:
                killed.add(before[-1].number)
    seen: set[tuple[tuple[int, int], CasualtyStatus]] = set()
    # "critically injured": the plain word says more than the state.
    for mention in sorted(found, key=lambda m: m.indirect):
        key = (mention.number, mention.status)
        if key in seen or (mention.status is CasualtyStatus.INJURED and mention.number in killed):
            continue
        seen.add(key)
        yield mention
