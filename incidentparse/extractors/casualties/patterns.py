"""Ties predicates to the people they speak of: by voice and word order, with syntax where the order leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate
from incidentparse.language.document import Document, Sentence
from incidentparse.language.headcount import People, Reading

# Closed classes of grammar.
_BE = frozenset("be is are was were been being got get gets getting 's were're".split())
_HAVE = frozenset("has have had having".split())
_LINKS = frozenset("was were is are been be being remain remains remained had have has went".split())
_RELATIVES = frozenset("who that which whom".split())
_PREPOSITIONS = frozenset(
    "by in of from with near against on for at to into during after before between among inside outside under over "
    "around behind through towards toward upon within without about across including like per via despite".split()
)
_COORDINATORS = frozenset("and & or plus as well along with together".split())
_ADVERBS_SKIPPED = 3
_AUX_REACH = 7


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its people and predicates, as the patterns read it."""

    document: Document
    sentence: Sentence
    people: list[People]
    predicates: list[Predicate]

    def people_ending_at(self, token: int) -> int | None:
        """Number of the people phrase that ends right before ``token``."""
        return next((i for i, p in enumerate(self.people) if p.end == token), None)

    def people_from(self, token: int) -> int | None:
        """Number of the people phrase that starts at ``token``."""
        return next((i for i, p in enumerate(self.people) if p.start == token), None)

    def people_at(self, token: int) -> int | None:
        """Number of the people phrase that holds ``token``."""
        return next((i for i, p in enumerate(self.people) if p.start <= token < p.end), None)


@dataclass(frozen=True, slots=True)
class Tie:
    """People that a predicate speaks of.

    Attributes:
        people: the phrase.
        part: it is part of another phrase of the same predicate ("including two children").
        rule: name of the pattern.
    """

    people: People
    part: bool
    rule: str


def tie(scene: Scene, number: int) -> list[Tie]:
    """The people of predicate ``number`` of the scene."""
    predicate = scene.predicates[number]
    frame = predicate.word.frame
    if frame is Frame.PATIENT:
        anchors, rule = _patients(scene, number)
    elif frame is Frame.SUBJECT:
        anchors, rule = _subjects(scene, predicate), "subject"
    elif frame is Frame.OF:
        anchors, rule = _after_of(scene, predicate), "of"
    else:
        return []
    return list(_with_company(scene, anchors, predicate, rule))


def _patients(scene: Scene, number: int) -> tuple[list[int], str]:
    predicate = scene.predicates[number]
    document = scene.document
    form = predicate.word.form
    if predicate.end < scene.sentence.end and document.folded[predicate.end] == "of" and form is not Form.PARTICIPLE:
        return _after_of(scene, predicate), "of"
    auxiliary = _auxiliary(scene, predicate)
    right = _right(scene, number)
    if form in (Form.ING, Form.BASE, Form.PRESENT):
        if auxiliary is not None and form is Form.ING and right is None:
            return [], "none"
        return ([right] if right is not None else _object_by_syntax(scene, predicate)), "object"
    if auxiliary is not None:
        return _subject_before(scene, predicate, auxiliary), "passive"
    left = _left(scene, predicate)
    if right is not None and form is Form.PAST:
        clipped = left is not None and _opens_next(scene, right) and scene.people[left].reading is not Reading.PRONOUN
        if not clipped:
            return [right], "object"
    if left is not None and scene.people[left].reading is not Reading.PRONOUN:
        return [left], "participle"
    found = _object_by_syntax(scene, predicate) if form is Form.PAST else []
    if found:
        return found, "object"
    return _subject_by_syntax(scene, predicate), "syntax"


def _opens_next(scene: Scene, people: int) -> bool:
    """Whether the phrase is the subject of a further clipped predicate: "6 killed 22 injured"."""
    end = scene.people[people].end
    return any(p.start == end and p.word.form in (Form.PAST, Form.STATE, Form.PARTICIPLE) for p in scene.predicates)


def _auxiliary(scene: Scene, predicate: Predicate) -> int | None:
    """The form of "be" that makes the predicate passive: "were", past adverbs and other participles."""
    document = scene.document
    token = predicate.start - 1
    floor = max(scene.sentence.start, predicate.start - _AUX_REACH)
    while token >= floor:
        word = document.folded[token]
        if word in _BE:
            return token
        pos = document.pos[token]
        passing = (
            pos in ("ADV", "PART")
            or (pos == "VERB" and document.tags[token] == "VBN")
            or word in ("and", "or", ",", "either", "both", "not", "then", "later", "also", "critically", "seriously")
            or any(p.start <= token < p.end for p in scene.predicates)
        )
        if not passing:
            return None
        token -= 1
    return None


def _right(scene: Scene, number: int) -> int | None:
    """The phrase that follows a verb as its object, past adverbs and a second verb: "killed or injured 12 people"."""
    document = scene.document
    token = scene.predicates[number].end
    skipped = 0
    while token < scene.sentence.end and skipped <= _ADVERBS_SKIPPED:
        found = scene.people_from(token)
        if found is not None:
            return found
        word = document.folded[token]
        following = next((p for p in scene.predicates if p.start == token), None)
        if word in ("and", "or") and any(
            p.start == token + 1 and p.word.frame is Frame.PATIENT for p in scene.predicates
        ):
            token += 1
        elif following is not None and document.folded[token - 1] in ("and", "or"):
            token = following.end
        elif document.pos[token] == "ADV" or word in ("also", "all", "the", "as", "off", "off-duty"):
            token += 1
            skipped += 1
        else:
            return None
    return None


def _left(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase right before a participle: "12 people killed", "two others critically wounded"."""
    document = scene.document
    token = predicate.start
    skipped = 0
    while token > scene.sentence.start and skipped <= _ADVERBS_SKIPPED:
        found = scene.people_ending_at(token)
        if found is not None:
            return found
        before = document.folded[token - 1]
        if document.pos[token - 1] == "ADV" or before in (
            ",",
            "(",
            "reported",
            "reportedly",
            "confirmed",
            "also",
            "feared",
            "found",
            "left",
        ):
            token -= 1
            skipped += 1
        else:
            return None
    return None


def _subjects(scene: Scene, predicate: Predicate) -> list[int]:
    """The subject of "died" or "were in critical condition", or the phrase right before "dead"."""
    left = _left(scene, predicate)
    if left is not None:
        return [left]
    auxiliary = _auxiliary(scene, predicate)
    if auxiliary is not None:
        return _subject_before(scene, predicate, auxiliary)
    if predicate.word.form is Form.STATE and not _links(scene, predicate):
        return _subject_by_syntax(scene, predicate)
    return _subject_before(scene, predicate, predicate.start)


def _links(scene: Scene, predicate: Predicate) -> bool:
    document = scene.document
    floor = max(scene.sentence.start, predicate.start - _AUX_REACH)
    return any(document.folded[t] in _LINKS for t in range(floor, predicate.start))


def _subject_before(scene: Scene, predicate: Predicate, token: int) -> list[int]:
    """The subject of a finite verb at ``token``: by syntax, else the nearest phrase outside prepositional phrases."""
    document = scene.document
    before = token - 1
    while before >= scene.sentence.start and (
        document.pos[before] in ("ADV", "AUX", "PART") or document.folded[before] in _HAVE
    ):
        before -= 1
    if before < scene.sentence.start:
        return []
    if document.folded[before] in _RELATIVES:
        return _antecedent(scene, before)
    found = scene.people_at(before)
    if found is not None and not _in_prepositional(scene, found):
        return [found]
    by_syntax = _subject_by_syntax(scene, predicate)
    if by_syntax:
        return by_syntax
    for i in range(len(scene.people) - 1, -1, -1):
        people = scene.people[i]
        if people.end <= token and not _in_prepositional(scene, i) and not _clause_between(scene, people.end, token):
            return [i]
    return []


def _clause_between(scene: Scene, start: int, end: int) -> bool:
    """Whether another finite verb stands between: then the phrase belongs to it."""
    document = scene.document
    return any(document.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, end))


def _antecedent(scene: Scene, relative: int) -> list[int]:
    """Whom "who" means: the phrase before it."""
    token = relative
    while token > scene.sentence.start and scene.document.folded[token - 1] in (",", "of", "("):
        token -= 1
    found = scene.people_ending_at(token)
    if found is not None:
        return [found]
    head = scene.document.heads[relative]
    for ancestor in (head, scene.document.heads[head]):
        found = scene.people_at(ancestor)
        if found is not None and scene.people[found].end <= relative:
            return [found]
    return []


def _in_prepositional(scene: Scene, number: int) -> bool:
    people = scene.people[number]
    before = people.start - 1
    return before >= scene.sentence.start and scene.document.folded[before] in _PREPOSITIONS


def _subject_by_syntax(scene: Scene, predicate: Predicate) -> list[int]:
    """The passive subject, or the noun that a participle modifies, as the parser ties them."""
    document = scene.document
    for token in range(predicate.start, predicate.end):
        seen = token
        for _ in range(3):
            for child in document.children[seen]:
                if document.deps[child] in ("nsubjpass", "nsubj") and child < predicate.end:
                    if document.deps[child] == "nsubj" and predicate.word.frame is Frame.PATIENT:
                        continue
                    if document.folded[child] in _RELATIVES:
                        return _antecedent(scene, child)
                    found = scene.people_at(child)
                    if found is not None:
                        return [found]
            if document.deps[seen] == "acl":
                found = scene.people_at(document.heads[seen])
                return [] if found is None else [found]
            if document.deps[seen] not in (
                "conj",
                "acomp",
                "oprd",
                "advcl",
                "xcomp",
                "ccomp",
                "prep",
                "pobj",
                "attr",
                "advmod",
            ):
                break
            if document.deps[seen] in ("advcl", "ccomp", "xcomp") and predicate.word.frame is Frame.PATIENT:
                break
            seen = document.heads[seen]
    return []


def _object_by_syntax(scene: Scene, predicate: Predicate) -> list[int]:
    document = scene.document
    for token in range(predicate.start, predicate.end):
        for child in document.children[token]:
            if document.deps[child] in ("dobj", "obj") and child >= predicate.end:
                found = scene.people_at(child)
                if found is not None:
                    return [found]
    return []


def _after_of(scene: Scene, predicate: Predicate) -> list[int]:
    """ "the death of two officers", "bodies of three men", "injuries to five"."""
    document = scene.document
    token = predicate.end
    if token >= scene.sentence.end or document.folded[token] not in ("of", "to"):
        return []
    token += 1
    for skip in range(3):
        if token + skip >= scene.sentence.end:
            return []
        found = scene.people_from(token + skip)
        if found is not None:
            return [found]
        if document.pos[token + skip] not in ("DET", "ADJ", "ADV"):
            return []
    return []


def _with_company(scene: Scene, anchors: list[int], predicate: Predicate, rule: str) -> Iterator[Tie]:
    """The anchors and those joined to them: "one soldier and two civilians", "12 people, including three children"."""
    for anchor in anchors:
        members = {anchor: False}
        _join(scene, anchor, members, predicate, forward=True)
        _join(scene, anchor, members, predicate, forward=False)
        for number in sorted(members):
            yield Tie(scene.people[number], members[number], rule)


def _join(scene: Scene, anchor: int, members: dict[int, bool], predicate: Predicate, *, forward: bool) -> None:
    number = anchor
    while True:
        following = number + 1 if forward else number - 1
        if not 0 <= following < len(scene.people):
            return
        first, second = (number, following) if forward else (following, number)
        link = _link(scene, scene.people[first], scene.people[second])
        if link is None:
            return
        if forward and _owned_by_other(scene, scene.people[second], predicate):
            return
        if link == "part":
            if forward:
                members[following] = True
            else:
                # "12 people, including three children, were killed": the anchor was the part.
                members[anchor] = True
                members[following] = False
        elif link == "join":
            members[following] = members.get(number, False)
        number = following


def _owned_by_other(scene: Scene, people: People, predicate: Predicate) -> bool:
    """Whether another predicate follows the phrase directly: "one killed and two injured"."""
    return any(
        p is not predicate and p.start >= people.end and p.start - people.end <= 1 and p.word.frame in (Frame.PATIENT, Frame.SUBJECT)
        and p.word.form in (Form.PAST, Form.PARTICIPLE, Form.STATE)
        for p in scene.predicates
    )  # fmt: skip


def _link(scene: Scene, first: People, second: People) -> str | None:
    """How two neighbouring phrases hang together: "join", "part", "same" (an apposition) or None."""
    document = scene.document
    between = [
        t for t in range(first.end, second.start)
        if not (document.pos[t] == "NUM" and document.words[t - 1] in (",", "(", "aged"))
        and document.words[t] not in ("(", ")", '"', "aged")
    ]  # fmt: skip
    words = [document.folded[t] for t in between if document.words[t] != ","]
    if not words:
        if not between:
            return "same" if second.reading in (Reading.NAMED,) or first.reading is Reading.NAMED else None
        if (
            second.reading in (Reading.SINGLE, Reading.DEFINITE)
            and first.reading is Reading.NAMED
            and not _listed(scene, second)
        ):
            return "same"
        if (
            second.reading is Reading.NAMED
            and first.reading in (Reading.DEFINITE, Reading.SINGLE)
            and not _listed(scene, second)
        ):
            return "same"
        if second.reading is Reading.SHARE:
            return "part"
        return "join" if second.reading is not Reading.NUMBER else None
    if words in (
        ["including"],
        ["among", "them"],
        ["among", "whom"],
        ["mostly"],
        ["most", "of", "them"],
        ["all"],
        ["mainly"],
        ["among"],
        ["amongst", "them"],
        ["with"],
        ["and", "including"],
        ["also", "including"],
        ["some", "of", "them"],
    ) and words != ["with"]:
        return "part"
    if all(w in _COORDINATORS or w in ("as", "also", "with", "then") for w in words) and words[0] in (
        "and",
        "&",
        "or",
        "plus",
        "as",
        "along",
        "together",
    ):
        return "join"
    return None


def _listed(scene: Scene, people: People) -> bool:
    """Whether an "and" still follows: then commas before it separate members of a list."""
    document = scene.document
    stop = min(scene.sentence.end, people.end + 6)
    return any(
        document.folded[t] in ("and", "&") and scene.people_from(t + 1) is not None for t in range(people.end, stop)
    )
