"""Which figures are told of another place, another day or another incident than the one whose total is sought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incidentparse.assemble.atlas import Atlas
from incidentparse.assemble.draft import Draft
from incidentparse.assemble.incident_cues import cue_index
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.mentions import CasualtyMention, TimeMention
from incidentparse.places.candidates import Resolution
from incidentparse.places.geometry import lies_in
from incidentparse.places.keys import name_key
from incidentparse.places.place import Place, PlaceClass
from incidentparse.record import CasualtyStatus, PlaceKind, When, Where

# Kinds of places too small to tell two incidents apart: those of one incident have several.
_SPOTS = frozenset({PlaceKind.ROAD, PlaceKind.ADDRESS, PlaceKind.BUILDING, PlaceKind.LANDMARK})
# Around the name of a place the words that say it is where the hurt are treated: "flown to Raipur", "Baquba hospital".
_CONVEYED_REACH = 6
_HOSPITAL_REACH = 3


@dataclass(frozen=True, slots=True)
class Apart:
    """Predicates of figures that are told apart from the incident, or beside its own words.

    Attributes:
        places: told of another place.
        days: told of an earlier day.
        cues: told behind words that open another incident ("in a separate attack").
        deeds: told in a sentence behind the lead that has a word for the incident itself ("the blast").
    """

    places: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    cues: frozenset[int] = frozenset()
    deeds: frozenset[int] = frozenset()

    def __contains__(self, predicate: int) -> bool:
        return predicate in self.places or predicate in self.days or predicate in self.cues


# Nothing is told apart.
TOGETHER = Apart()


def tell_apart(
    draft: Draft,
    mentions: Iterable[CasualtyMention],
    *,
    atlas: Atlas,
    where: Where | None,
    times: Sequence[TimeMention],
    when: When | None,
) -> Apart:
    """The figures set apart from an incident by what their sentence says of place and time.

    Args:
        draft: the incident.
        mentions: the figures.
        atlas: the places of the article.
        where: the place of the incident.
        times: the expressions of time of the article.
        when: the time of the incident.
    """
    document = atlas.document
    sentences: dict[int, list[CasualtyMention]] = {}
    for mention in mentions:
        number = document.sentence_of[mention.predicate]
        # The title and the sentence that best states the incident tell of it; one may die later and elsewhere.
        if number > draft.summary and not document.sentences[number].title and not _of_wounds(document, mention):
            sentences.setdefault(number, []).append(mention)
    others = _by_sentence(document, _other_places(atlas, where) if where is not None else {})
    earlier = _by_sentence(document, _earlier(times, when.start) if when is not None and when.start is not None else {})
    tellings = {document.sentence_of[event.trigger] for event in draft.events}
    deeds = frozenset(m.predicate for number in tellings for m in sentences.get(number, ()))
    places: set[int] = set()
    days: set[int] = set()
    cues: set[int] = set()
    for number, told in sorted(sentences.items()):
        sentence, predicates = document.sentences[number], [m.predicate for m in told]
        places.update(_told_of(predicates, others.get(number, {})))
        days.update(_told_of(predicates, earlier.get(number, {})))
        opened = [h.end for h in cue_index().find(document.folded, sentence.start, sentence.end) if h.value == "other"]
        cues.update(p for p in predicates if opened and p >= opened[0])
        before = [m.predicate for m in sentences.get(number - 1, ())]
        for marked in (places, days, cues):
            if before and marked.issuperset(before):
                # "In Hama, a man was shot. He is in critical condition."
                marked.update(m.predicate for m in told if m.anaphoric)
    return Apart(frozenset(places), frozenset(days), frozenset(cues), deeds)


def told_earlier(
    document: Document, draft: Draft, predicates: Iterable[int], times: Sequence[TimeMention], when: When | None
) -> frozenset[int]:
    """The words of violence, behind the sentence that best states an incident, beside which only earlier days stand."""
    if when is None or when.start is None:
        return frozenset()
    marks = _by_sentence(document, _earlier(times, when.start))
    sentences: dict[int, list[int]] = {}
    for predicate in predicates:
        if document.sentence_of[predicate] > draft.summary:
            sentences.setdefault(document.sentence_of[predicate], []).append(predicate)
    return frozenset(p for number, told in sentences.items() for p in _told_of(told, marks.get(number, {})))


def _by_sentence(document: Document, marks: dict[int, bool]) -> dict[int, dict[int, bool]]:
    """Marks of tokens by the number of their sentence."""
    found: dict[int, dict[int, bool]] = {}
    for token, marked in marks.items():
        found.setdefault(document.sentence_of[token], {})[token] = marked
    return found


def _of_wounds(document: Document, mention: CasualtyMention) -> bool:
    """ "An injured protester succumbed to his wounds on Tuesday", "died in hospital"."""
    if mention.status is not CasualtyStatus.KILLED or not mention.rule.startswith("subject"):
        return False
    sentence = document.sentence(mention.predicate)
    words = document.folded[mention.start : mention.end]
    return any(w in casualty_words("dying") for w in words) or any(
        document.folded[token] in casualty_words("hospital") for token in sentence
    )


def _told_of(predicates: Sequence[int], apart: dict[int, bool]) -> list[int]:
    """The predicates beside which only tokens stand that are marked as apart."""
    nearest: dict[int, list[bool]] = {}
    for token, marked in apart.items():
        nearest.setdefault(min(predicates, key=lambda p: (abs(p - token), p)), []).append(marked)
    told = []
    for predicate in predicates:
        marks = nearest.get(predicate, list(apart.values()))
        if marks and all(marks):
            told.append(predicate)
    return told


def _other_places(atlas: Atlas, where: Where) -> dict[int, bool]:
    """For the first token of each place mention whether it lies elsewhere than the incident."""
    known = {name_key(n) for n in (where.name, where.text, where.city, where.admin2, where.admin1, where.country) if n}
    own = atlas.gazetteer.get(where.geonames_id) if where.geonames_id is not None else None
    found: dict[int, bool] = {}
    for number, mention in enumerate(atlas.mentions):
        if mention.demonym_country is not None or mention.kind in _SPOTS or mention.rule == "organisation":
            continue
        resolution = atlas.resolutions[number]
        if _of_care(atlas.document, mention.start, mention.end):
            continue
        if resolution.place is not None or resolution.country is not None:
            found[mention.start] = atlas.keys[number] not in known and _lies_elsewhere(resolution, own, where)
    return found


def _of_care(document: Document, start: int, end: int) -> bool:
    """Whether a place is where the hurt were brought: it is told of them, not of what happened."""
    sentence = document.sentence(start)
    near = document.folded[max(sentence.start, start - _HOSPITAL_REACH) : min(sentence.end, end + _HOSPITAL_REACH)]
    if any(word in casualty_words("hospital") for word in near):
        return True
    before = document.folded[max(sentence.start, start - _CONVEYED_REACH) : start]
    return "to" in before and any(word in casualty_words("conveyed") for word in before)


def _lies_elsewhere(resolution: Resolution, own: Place | None, where: Where) -> bool:
    place = resolution.place
    country = (place.country if place is not None else None) or resolution.country
    if country and where.country_code and country != where.country_code:
        return True
    if own is None or place is None or place.feature is PlaceClass.COUNTRY:
        return False
    return place.id != own.id and not lies_in(place, own) and not lies_in(own, place)


def _earlier(times: Sequence[TimeMention], start: dt.date) -> dict[int, bool]:
    """For the first token of each dated expression whether it lies before the incident."""
    return {m.start: m.last < start for m in times if m.last is not None}
