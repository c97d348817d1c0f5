"""Ties predicates to the people they speak of: by voice and word order, with syntax where the order leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from incidentparse.extractors.casualties.company import with_company
from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.extractors.casualties.syntax import (
    antecedent,
    object_by_syntax,
    plural_antecedent,
    relative_object,
    subject_by_syntax,
)
from incidentparse.extractors.casualties.words import word_set
from incidentparse.language.document import Document
from incidentparse.language.headcount import People, Reading
from incidentparse.record import CasualtyStatus

# Closed classes of grammar.
_BE = frozenset("be is are was were been being got get gets getting".split())
_HAVE = frozenset("has have had having".split())
_LINKS = _BE | _HAVE | frozenset("remain remains remained went".split())
_RELATIVES = frozenset("who that which whom".split())
_AND = frozenset(("and", "or", "&"))
# Words that may stand between a phrase and the participle that tells of it: "two men reportedly killed".
_BEFORE_PARTICIPLE = frozenset(
    (",", "(", "reported", "confirmed", "feared", "found", "left", "being", "having", "also")
)
_BEFORE_OBJECT = frozenset(("also", "all", "the", "as", "off"))
# How many such words, and how far an auxiliary stands from its participle ("were allegedly first shot and then").
_SKIPPED = 4
_SUBJECT_RULES = frozenset(("passive", "participle", "syntax", "subject", "shared"))
_AUXILIARY_REACH = 7


@dataclass(frozen=True, slots=True)
class Tie:
    """People that a predicate speaks of.

    Attributes:
        people: the phrase.
        status: what became of them.
        overall: it counts killed and injured together.
        part: it is part of another phrase of the same predicate ("including two children").
        rule: name of the pattern.
    """

    people: People
    status: CasualtyStatus
    overall: bool
    part: bool
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
    if predicate.word.frame is Frame.PATIENT:
        return _patients(scene, predicate)
    if predicate.word.frame is Frame.SUBJECT:
        return _subjects(scene, predicate), "subject"
    if predicate.word.frame is Frame.OF:
        return _after_of(scene, predicate), "of"
    return [], "none"


def _continues(scene: Scene, predicate: Predicate) -> bool:
    """ "was shot ... and later died": a further verb without a subject of its own."""
    if predicate.word.form is not Form.PAST and predicate.word.form is not Form.PARTICIPLE:
        return False
    token = predicate.start - 1
    while token > scene.start and scene.document.pos[token] == "ADV":
        token -= 1
    return scene.document.folded[token] in _AND


def _ties(scene: Scene, predicate: Predicate, anchors: list[int], rule: str) -> list[Tie]:
    ties = []
    for i, part in with_company(scene, anchors, predicate):
        people = scene.people[i]
        if not people.known and not _surely_people(scene, people, predicate, rule):
            continue
        if people.whole is not None and rule == "participle":
            # "one of the five people killed": all five were.
            whole = people.whole
            people = replace(
                people, low=whole.low, high=whole.high, number=(whole.start, whole.end), reading=Reading.COUNTED
            )
        dead = predicate.word.overall and _dead_after(scene, people)
        status = CasualtyStatus.KILLED if dead else predicate.word.status
        ties.append(Tie(people, status, predicate.word.overall and not dead, part, rule))
    return ties


def _surely_people(scene: Scene, people: People, predicate: Predicate, rule: str) -> bool:
    """Whether a noun that no lexicon knows counts people, by what is said of it."""
    word = predicate.word
    if word.overall or word.weak or word.care or word.status not in _OF_PEOPLE_ONLY:
        return False
    if rule == "participle" and people.reading is not Reading.COUNTED:
        return False
    noun = scene.document.folded[people.head]
    return noun not in word_set("animal") and noun not in word_set("thing")


_OF_PEOPLE_ONLY = frozenset(
    (CasualtyStatus.KILLED, CasualtyStatus.INJURED, CasualtyStatus.ABDUCTED, CasualtyStatus.DETAINED)
)


def _dead_after(scene: Scene, people: People) -> bool:
    """ "shot a politician dead", "hacked two men to death"."""
    folded, end = scene.document.folded, people.end
    if end >= scene.end:
        return False
    return folded[end] == "dead" or (folded[end] == "to" and end + 1 < scene.end and folded[end + 1] == "death")


def _patients(scene: Scene, predicate: Predicate) -> tuple[list[int], str]:
    form = predicate.word.form
    after = scene.document.folded[predicate.end] if predicate.end < scene.end else ""
    if after == "of" and form is not Form.PARTICIPLE:
        return _after_of(scene, predicate), "of"
    right = _right(scene, predicate)
    auxiliary = _auxiliary(scene, predicate)
    if form in (Form.ING, Form.BASE, Form.PRESENT):
        if scene.is_noun(predicate):
            return [], "noun"
        if right is not None:
            return [right], "object"
        return ([] if auxiliary is not None else object_by_syntax(scene, predicate)), "object"
    if auxiliary is not None:
        return _subject_before(scene, predicate, auxiliary), "passive"
    left = _left(scene, predicate)
    if left is not None and scene.people[left].reading is Reading.PRONOUN:
        left = None
    if right is not None and form is Form.PAST and (left is None or scene.clipped_after(right) is None):
        return [right], "object"
    if left is not None:
        return [left], "participle"
    found = (object_by_syntax(scene, predicate) or relative_object(scene, predicate)) if form is Form.PAST else []
    return (found, "object") if found else (subject_by_syntax(scene, predicate), "syntax")


def _auxiliary(scene: Scene, predicate: Predicate) -> int | None:
    """The form of "be" that makes the predicate passive: "were", past adverbs and other participles."""
    document = scene.document
    floor = max(scene.start, predicate.start - _AUXILIARY_REACH)
    for token in range(predicate.start - 1, floor - 1, -1):
        word = document.folded[token]
        if word in _BE or (document.pos[token] == "AUX" and word in ("s", "'s", "re", "'re")):
            return token
        passing = (
            document.pos[token] in ("ADV", "PART")
            or document.tags[token] == "VBN"
            or word in _AND
            or word in (",", "either", "both")
            or token in scene.predicate_at
        )
        if not passing:
            return None
    return None


def _right(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase that follows a verb as its object, past adverbs and a second verb: "killed or injured 12 people"."""
    document = scene.document
    token, skipped = predicate.end, 0
    while token < scene.end and skipped <= _SKIPPED:
        found = scene.people_from.get(token)
        if found is not None:
            return found
        word = document.folded[token]
        if word == "them":
            return plural_antecedent(scene, token)
        following = scene.predicate_at.get(token + 1)
        if word in _AND and following is not None and following.word.frame is Frame.PATIENT:
            token = following.end
        elif document.pos[token] == "ADV" or word in _BEFORE_OBJECT:
            token += 1
            skipped += 1
        else:
            return None
    return None


def _left(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase right before a participle: "12 people killed", "two others critically wounded"."""
    document = scene.document
    token, skipped = predicate.start, 0
    while token > scene.start and skipped <= _SKIPPED:
        found = scene.people_ending.get(token)
        if found is not None:
            return found
        before = token - 1
        if document.words[before] in (")", "]"):
            token = _opening(document, before, scene.start)
            continue
        chained = document.tags[before] in ("VBN", "VBD") or document.folded[before] in _AND
        if not chained and document.pos[before] != "ADV" and document.folded[before] not in _BEFORE_PARTICIPLE:
            return None
        token -= 1
        skipped += 1
    return None


def _opening(document: Document, token: int, floor: int) -> int:
    """The bracket that opens an aside closed at ``token``: "a guard (driver) shot dead"."""
    for opening in range(token - 1, floor - 1, -1):
        if document.words[opening] in ("(", "["):
            return opening
    return token


def _subjects(scene: Scene, predicate: Predicate) -> list[int]:
    """The subject of "died" or "were in critical condition", or the phrase right before "dead"."""
    left = _left(scene, predicate)
    if left is not None:
        return [left]
    auxiliary = _auxiliary(scene, predicate)
    if auxiliary is not None:
        return _subject_before(scene, predicate, auxiliary)
    floor = max(scene.start, predicate.start - _AUXILIARY_REACH)
    linked = any(scene.document.folded[t] in _LINKS for t in range(floor, predicate.start))
    if predicate.word.form is Form.STATE and not linked:
        return subject_by_syntax(scene, predicate)
    return _subject_before(scene, predicate, predicate.start)


def _subject_before(scene: Scene, predicate: Predicate, token: int) -> list[int]:
    """The subject of a finite verb at ``token``: by syntax, else the nearest phrase outside prepositional phrases."""
    document = scene.document
    before = _past_auxiliaries(scene, token - 1)
    if before < scene.start:
        return []
    if document.folded[before] in _RELATIVES:
        return antecedent(scene, before)
    if document.folded[before] == "they":
        met = plural_antecedent(scene, before)
        return [] if met is None else [met]
    found = scene.people_at.get(before)
    gerund = document.folded[token] in ("being", "getting")
    # "resulted in six militants being killed"
    clear = (gerund and before == token - 1) or (found is not None and not scene.in_prepositional(found))
    if found is not None and clear and scene.people[found].known:
        return [found]
    by_syntax = subject_by_syntax(scene, predicate, controlled=gerund)
    if by_syntax:
        return by_syntax
    for i in range(len(scene.people) - 1, -1, -1):
        end = _past_relative(scene, scene.people[i].end)
        if (
            end <= token
            and scene.people[i].known
            and not scene.in_prepositional(i)
            and not scene.clause_between(end, token)
        ):
            return [i]
    return []


def _past_relative(scene: Scene, token: int) -> int:
    """Past ", who had escaped from custody,": a relative clause has a finite verb of its own."""
    folded = scene.document.folded
    if token + 1 < scene.end and folded[token] == "," and folded[token + 1] in _RELATIVES:
        for closing in range(token + 2, scene.end):
            if folded[closing] == ",":
                return closing + 1
    return token


def _past_auxiliaries(scene: Scene, token: int) -> int:
    """Leftwards past "have been", "allegedly", "are believed to": the last token of the subject, if it is near."""
    document = scene.document
    while token >= scene.start:
        word = document.folded[token]
        raised = document.tags[token] == "VBN" and token > scene.start and document.folded[token - 1] in _BE
        if not raised and document.pos[token] not in ("ADV", "AUX", "PART") and word not in _HAVE:
            break
        token -= 1
    return token


def _after_of(scene: Scene, predicate: Predicate) -> list[int]:
    """ "the death of two officers", "bodies of three men", "injuries to five"."""
    document = scene.document
    token = predicate.end
    if token >= scene.end or document.folded[token] not in ("of", "to"):
        return []
    for following in range(token + 1, min(scene.end, token + 1 + _SKIPPED)):
        found = scene.people_from.get(following)
        if found is not None:
            return [found]
        if document.pos[following] not in ("DET", "ADJ", "ADV"):
            return []
    return []
