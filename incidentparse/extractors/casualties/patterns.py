"""Ties predicates to the people they speak of: by voice and word order, with syntax where the order leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from incidentparse.extractors.casualties.coordination import with_coordinated
from incidentparse.extractors.casualties.order import (
    AND,
    auxiliary,
    people_after_of,
    people_left,
    people_owning,
    people_right,
    subject_before,
    subjects,
)
from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.extractors.casualties.syntax import (
    GROUPS,
    clipped_subject,
    has_object,
    object_by_syntax,
    relative_object,
    subject_by_syntax,
)
from incidentparse.language.groups import group_index
from incidentparse.language.named_words import casualty_words
from incidentparse.language.people import People, Reading, people_index
from incidentparse.record import CasualtyStatus, Category, Side

# Rules by which people come before their predicate: a further verb may share them.
_ALSO_REACH = 3
# From "detained by" to the noun of those who did it.
_AGENT_REACH = 7
# Readings of people whom the reader has met.
_MET = frozenset((Reading.DEFINITE, Reading.PRONOUN))
_SUBJECT_RULES = frozenset(("passive", "participle", "syntax", "subject", "shared"))


@dataclass(frozen=True, slots=True)
class Tie:
    """People that a predicate speaks of.

    Attributes:
        people: the phrase.
        status: what became of them.
        overall: it counts killed and injured together.
        part: it is part of another phrase of the same predicate ("including two children").
        introduced: the phrase, or one joined to it, is new to the reader.
        rule: name of the pattern.
    """

    people: People
    status: CasualtyStatus
    overall: bool
    part: bool
    introduced: bool
    rule: str


def tie(scene: Scene) -> Iterator[tuple[Predicate, list[Tie]]]:
    """The people of each predicate of the scene."""
    shared: list[int] = []
    for predicate in scene.predicates:
        anchors, rule = _anchors(scene, predicate)
        if not anchors and _continues(scene, predicate):
            anchors, rule = shared, "shared"
        if rule in _SUBJECT_RULES:
            shared = anchors
        yield predicate, _ties(scene, predicate, anchors, rule)


def _anchors(scene: Scene, predicate: Predicate) -> tuple[list[int], str]:
    if predicate.word.frame is Frame.PATIENT and predicate.word.with_hospital:
        # "sent two people to hospital", not "took cover in a hospital"
        right = people_right(scene, predicate)
        return ([] if right is None else [right]), "object"
    if predicate.word.frame is Frame.PATIENT:
        return _patients(scene, predicate)
    if predicate.word.frame is Frame.SUBJECT:
        return subjects(scene, predicate), "subject"
    if predicate.word.frame is Frame.OF:
        return people_after_of(scene, predicate), "of"
    return [], "none"


def _continues(scene: Scene, predicate: Predicate) -> bool:
    """ "was shot ... and later died": a further verb without a subject of its own."""
    if predicate.word.form is not Form.PAST and predicate.word.form is not Form.PARTICIPLE:
        return False
    token = predicate.start - 1
    while token > scene.start and scene.document.pos[token] == "ADV":
        token -= 1
    # "was beaten by a mob, succumbed to his injuries"
    comma = scene.document.words[token] == "," and predicate.word.frame is Frame.SUBJECT
    return comma or scene.document.folded[token] in AND


def _ties(scene: Scene, predicate: Predicate, anchors: list[int], rule: str) -> list[Tie]:
    ties = []
    together = list(with_coordinated(scene, anchors, predicate))
    # "two were among the four killed": the two are part of those met before.
    wholes = [i for i, part in together if not part] or [i for i, _ in together]
    introduced = any(scene.people[i].reading not in _MET for i in wholes)
    either = predicate.word.status is CasualtyStatus.INJURED and _either(scene, predicate)
    for i, part in together:
        people = scene.people[i]
        if _also(scene, people, predicate):
            people = replace(people, more=True)
        joined = i not in anchors
        if not people.known and not _surely_people(scene, people, predicate, rule, joined=joined):
            continue
        # "none seriously": not that none was hurt.
        if predicate.word.care and people.reading is Reading.NONE:
            continue
        # "twelve of the dead were burned"
        if predicate.word.status is CasualtyStatus.INJURED and _of_the_dead(scene, people):
            continue
        # "Arab-backed rebels": the name of a people within a word.
        if people.reading is Reading.BARE and people.end < scene.end and scene.document.words[people.end] == "-":
            continue
        # "captured Kirkuk", "seized 12": such verbs take people only where a noun says so.
        if predicate.word.weak and people.reading in (Reading.NAMED, Reading.NUMBER):
            continue
        if people.reading is Reading.NUMBER and _of_things(scene, people.end):
            continue
        if predicate.word.care and _of_more(scene, people):
            # "15 of the wounded were in critical condition": at least 15 are wounded.
            people, part = replace(people, high=None), True
        if people.whole is not None and rule == "participle":
            # "one of the five people killed": all five were.
            whole = people.whole
            people = replace(
                people, low=whole.low, high=whole.high, number=(whole.start, whole.end), reading=Reading.COUNTED
            )
        part = part or _among(predicate)
        dead = (predicate.word.overall or rule == "object") and _dead_after(scene, people)
        status = CasualtyStatus.KILLED if dead else _status(scene, predicate, people)
        overall = either or (predicate.word.overall and not dead)
        ties.append(Tie(people, status, overall, part, introduced, rule))
    if any(_denied(scene, scene.people[i]) for i, _ in together):
        return []
    return ties


def _of_things(scene: Scene, token: int) -> bool:
    """ "shot down 14 of 17 drones": of people the reading would have been a share."""
    document = scene.document
    return token + 1 < scene.end and document.folded[token] == "of" and document.pos[token + 1] == "NUM"


def _either(scene: Scene, predicate: Predicate) -> bool:
    """ "the killing or wounding of 12": how many of them are hurt is not told."""
    before = scene.predicate_at.get(predicate.start - 2)
    joined = before is not None and scene.document.folded[predicate.start - 1] == "or"
    return joined and before is not None and before.word.status is CasualtyStatus.KILLED


def _among(predicate: Predicate) -> bool:
    """ "among the dead were two clerks", "the dead included a clerk"."""
    words = predicate.word.phrase.split()
    return words[0] == "among" or words[-1] in ("include", "included")


def _denied(scene: Scene, people: People) -> bool:
    """ "neither the envoy nor his wife was hurt"."""
    return people.start > scene.start and scene.document.folded[people.start - 1] in ("neither", "nor")


def _also(scene: Scene, people: People, predicate: Predicate) -> bool:
    """ "two attackers were also killed": besides those told of before."""
    start, end = (people.end, predicate.start) if people.end <= predicate.start else (predicate.end, people.start)
    near = scene.document.folded[max(start, end - _ALSO_REACH) : end]
    return "also" in near or "additionally" in near


def _status(scene: Scene, predicate: Predicate, people: People) -> CasualtyStatus:
    """ "captured two soldiers" is an abduction, "captured two militants" an arrest."""
    word = predicate.word
    if word.weak and word.status is CasualtyStatus.ABDUCTED and people.category is Category.ARMED_GROUP:
        return CasualtyStatus.DETAINED
    if word.status is CasualtyStatus.DETAINED and _by_armed(scene, predicate):
        return CasualtyStatus.ABDUCTED
    return word.status


def _by_armed(scene: Scene, predicate: Predicate) -> bool:
    """ "detained by rebels": what an armed group does is no arrest."""
    token = predicate.end
    if token >= scene.end or scene.document.folded[token] != "by":
        return False
    last = min(scene.end, token + _AGENT_REACH)
    folded = scene.document.folded
    if any(
        hit.value.noun.category is Category.ARMED_GROUP or hit.value.noun.side is Side.PERPETRATOR
        for hit in people_index().find(folded, token, last)
    ):
        return True
    named = group_index(GROUPS).find(folded, token, last)
    return any(scene.document.words[hit.start][:1].isupper() for hit in named)


def _surely_people(scene: Scene, people: People, predicate: Predicate, rule: str, *, joined: bool) -> bool:
    """Whether a noun that no lexicon knows counts people, by what is said of it."""
    word = predicate.word
    if word.overall or word.weak or word.care or word.status not in _OF_PEOPLE_ONLY:
        return False
    if (joined or rule == "participle") and people.reading is not Reading.COUNTED:
        return False
    noun = scene.document.folded[people.head]
    return noun not in casualty_words("animal") and noun not in casualty_words("thing")


_OF_PEOPLE_ONLY = frozenset(
    (CasualtyStatus.KILLED, CasualtyStatus.INJURED, CasualtyStatus.ABDUCTED, CasualtyStatus.DETAINED)
)


def _dead_after(scene: Scene, people: People) -> bool:
    """ "shot a politician dead", "beat two men to death"."""
    folded, end = scene.document.folded, people.end
    if end >= scene.end:
        return False
    return folded[end] == "dead" or (folded[end] == "to" and end + 1 < scene.end and folded[end + 1] == "death")


def _of_more(scene: Scene, people: People) -> bool:
    """ "15 of the wounded", "three of them": there are more."""
    return people.reading is Reading.SHARE or (
        people.end < scene.end and people.reading is Reading.NUMBER and scene.document.folded[people.end] == "of"
    )


def _of_the_dead(scene: Scene, people: People) -> bool:
    """ "twelve of the dead"."""
    words = scene.document.folded[people.end : people.end + 3]
    return words[:2] == ["of", "the"] and words[2:] in (["dead"], ["deceased"], ["killed"], ["slain"])


def _number_of_it(scene: Scene, left: int, right: int, predicate: Predicate) -> bool:
    """ "15 injured a correspondent reported": a number right before, and a new clause right behind."""
    after = scene.people[right].end
    opens = after < scene.end and scene.document.pos[after] == "VERB"
    return opens and scene.people[left].reading is Reading.NUMBER and scene.people[left].end == predicate.start


def _left(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase before a participle; of "Farmer stabs two neighbours, shot dead" who did it."""
    left = people_left(scene, predicate)
    if left is None or scene.people[left].reading is Reading.PRONOUN:
        return None
    return 0 if _object_before(scene, left, predicate) else left


def _object_before(scene: Scene, number: int, predicate: Predicate) -> bool:
    """Whether a phrase is the object of an earlier verb, whose subject opens the sentence, and a comma ends it."""
    people = scene.people[number]
    verb = scene.predicate_at.get(people.start - 1)
    first = scene.people[0]
    clipped = verb is not None and verb.word.form is Form.PRESENT and scene.document.words[people.end] == ","
    return clipped and people.end < predicate.start and number > 0 and verb is not None and first.end <= verb.start


def _patients(scene: Scene, predicate: Predicate) -> tuple[list[int], str]:
    form = predicate.word.form
    after = scene.document.folded[predicate.end] if predicate.end < scene.end else ""
    if after == "of" and form is not Form.PARTICIPLE:
        return people_after_of(scene, predicate), "of"
    right = people_right(scene, predicate)
    passive = auxiliary(scene, predicate)
    if form in (Form.ING, Form.BASE, Form.PRESENT):
        if scene.is_noun(predicate):
            return people_owning(scene, predicate), "of"
        if right is not None:
            return [right], "object"
        return ([] if passive is not None else object_by_syntax(scene, predicate)), "object"
    if passive is not None:
        return subject_before(scene, predicate, passive), "passive"
    left = _left(scene, predicate)
    if right is not None and left is not None and _number_of_it(scene, left, right, predicate):
        return [left], "participle"
    if right is not None and form is Form.PAST and (left is None or scene.clipped_after(right) is None):
        return [right], "object"
    active = form is Form.PAST and has_object(scene, predicate)
    # "20 militants, who then burned the church": right behind a number the tagger is less sure of its verb.
    if left is not None and (scene.people[left].end == predicate.start or not active):
        return [left], "participle"
    clipped = clipped_subject(scene, predicate)
    if clipped:
        return clipped, "participle"
    found = (object_by_syntax(scene, predicate) or relative_object(scene, predicate)) if form is Form.PAST else []
    if found or active:
        return found, "object"
    return subject_by_syntax(scene, predicate), "syntax"
