"""Which incidents the article reports, and which of its words speak of which."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.assemble.cluster import Cluster
from incidentparse.assemble.clusters import UNDONE, Clustering
from incidentparse.assemble.confidence import confidence
from incidentparse.assemble.dating import FOLLOWING, Dating, sense_of
from incidentparse.assemble.draft import BACKGROUND, Draft, Drafts
from incidentparse.assemble.relevance import probability
from incidentparse.assemble.signals import find_signals
from incidentparse.assemble.typing import type_probabilities
from incidentparse.language.document import Document
from incidentparse.language.lexicon import Hit
from incidentparse.language.triggers import DEEDS
from incidentparse.mentions import EventMention, PlaceMention, TimeMention
from incidentparse.record import IncidentType, Stage

# The model is calibrated, so an article more likely than not to report an incident is read as reporting one.
LEAST_CONFIDENCE = 0.5
# An incident told beside the main one is a record of its own if one of its words is as strong as this.
_OTHER_STRENGTH = 0.7
# Where the stage is read: the main incident's event words in so many sentences.
_STAGE_SENTENCES = 4
# Incidents drafted of one text. The fullest news of the day tells a dozen; what tells more is a list, and each
# incident takes a reading of the whole of it.
MOST_INCIDENTS = 100
# What went on for longer is a campaign or a war, background rather than an incident.
_LONGEST_DAYS = 31


def draft_incidents(
    document: Document,
    events: Sequence[EventMention],
    times: Sequence[TimeMention] = (),
    places: Sequence[PlaceMention] = (),
    least_confidence: float = LEAST_CONFIDENCE,
) -> Drafts:
    """The incidents of the article: the main one first, none where it reports no security incident."""
    signals = find_signals(document)
    dating = Dating(document, events, times)
    relevant = probability(document, events, signals, dating)
    if relevant < least_confidence:
        return Drafts((), (BACKGROUND,) * len(document))
    clustering = Clustering(document, events, dating, places)
    main, others = clustering.run()
    background = clustering.background()
    if not any(sense_of(e) not in FOLLOWING for e in main.events) and others:
        # All that is told lies apart or in the past, or is an arrest for it: what is told first is what the article is
        # about.
        followed, main = main.events, others.pop(0)
        main.events = sorted((*followed, *main.events), key=lambda event: event.trigger)
        background = [sentence for sentence in background if sentence not in main.sentences]
    elif not main.events:
        main.events = list(events)
    worth = [cluster for cluster in others if _worth_a_record(cluster)]
    told = worth[: MOST_INCIDENTS - 1]
    owner = _owners(document, main, others, told, background)
    drafts = [_draft(document, 0, main.events, signals, relevant, owner)]
    drafts += [_draft(document, n, c.events, signals, relevant, owner) for n, c in enumerate(told, start=1)]
    return Drafts(tuple(drafts), tuple(owner), left_out=len(worth) - len(told))


def _worth_a_record(cluster: Cluster) -> bool:
    deeds = [
        e
        for e in cluster.events
        if (sense_of(e) in DEEDS and e.strength >= _OTHER_STRENGTH) or (sense_of(e) in UNDONE and e.patients)
    ]
    if not deeds or (cluster.past and cluster.days is None):
        return False
    return cluster.days is None or (cluster.days[1] - cluster.days[0]).days <= _LONGEST_DAYS


def _owners(
    document: Document, main: Cluster, others: Sequence[Cluster], told: Sequence[Cluster], background: Sequence[int]
) -> list[int]:
    """For each token the number of its incident: a sentence is its events', split where two incidents share it."""
    owner = [0] * len(document)
    for index in background:
        for token in document.sentences[index]:
            owner[token] = BACKGROUND
    mains = {document.sentence_of[e.trigger] for e in main.events}
    numbers = {id(cluster): number for number, cluster in enumerate(told, start=1)}
    for cluster in others:
        number = numbers.get(id(cluster), BACKGROUND)
        for index in cluster.sentences:
            sentence = document.sentences[index]
            if index not in mains:
                for token in sentence:
                    owner[token] = number
                continue
            for event in cluster.events:
                if event.trigger in sentence:
                    for token in range(*_clause(document, event.trigger)):
                        owner[token] = number
    _go_on(document, owner, mains | {i for c in others for i in c.sentences})
    for event in main.events:
        # "responded to the IED blast with air strikes": the phrase is the main incident's, the clause another's.
        first, last = document.phrase_of.get(event.trigger, (event.trigger, event.trigger + 1))
        owner[first:last] = [0] * (last - first)
    return owner


def _go_on(document: Document, owner: list[int], told: set[int]) -> None:
    """A sentence without event words goes on, inside its paragraph, with the incident told right before it."""
    before, paragraph = 0, -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            before, paragraph = 0, sentence.paragraph
        if sentence.index in told:
            before = owner[sentence.end - 1]
        elif before != 0 and owner[sentence.start] == 0:
            owner[sentence.start : sentence.end] = [before] * (sentence.end - sentence.start)


def _clause(document: Document, trigger: int) -> tuple[int, int]:
    """The clause of an event word: the words below the verb that governs it."""
    node = trigger
    while document.pos[node] not in ("VERB", "AUX") and document.heads[node] != node:
        node = document.heads[node]
    return document.subtree(node)


def _draft(
    document: Document,
    number: int,
    events: Sequence[EventMention],
    signals: Sequence[Hit[str]],
    relevant: float,
    owner: Sequence[int],
) -> Draft:
    main = number == 0
    own = [s for s in signals if owner[s.start] == number]
    stage = _stage(document, events)
    tried = [e for e in events if e.certainty.planned and e.types] if stage is not Stage.ACCOMPLISHED else []
    # A foiled bombing is one, however many raids and arrests foiled it.
    shares = type_probabilities(document, tried or events, [] if tried else own, main=main and not tried)
    kind = max(shares, key=lambda t: (shares[t], t.value))
    if not any(e.types for e in events) and (not main or stage is Stage.THREATENED):
        # Who threatens to kill leaves open how.
        kind = IncidentType.OTHER
    suicide = any(e.suicide and e.certainty.actual for e in events) or any(s.value == "suicide" for s in own)
    return Draft(
        number=number,
        events=tuple(events),
        type=kind,
        stage=stage,
        suicide=suicide,
        summary=_summary(document, events),
        confidence=confidence(relevant, shares[kind]),
    )


def _stage(document: Document, events: Sequence[EventMention]) -> Stage:
    first = document.sentence_of[events[0].trigger] if events else 0
    head = [e for e in events if document.sentence_of[e.trigger] < first + _STAGE_SENTENCES]
    senses = {sense_of(e) for e in head}
    done = [e for e in head if e.certainty.actual and sense_of(e) in DEEDS - {"raid", "bombing"}]
    if done or (
        not senses & {"foil", "plot", "attempt", "threat", "bombing"} and not any(e.certainty.planned for e in head)
    ):
        return Stage.ACCOMPLISHED
    return Stage.THREATENED if "threat" in senses and not senses & {"foil", "attempt"} else Stage.ATTEMPTED


def _summary(document: Document, events: Sequence[EventMention]) -> int:
    """The first sentence of the body that tells a deed, else any that tells something of it."""
    if not events:
        return 0
    body = [e for e in events if not document.sentence(e.trigger).title] or list(events)
    told = [e for e in body if e.certainty.actual and sense_of(e) in DEEDS] or body
    return document.sentence_of[told[0].trigger]
