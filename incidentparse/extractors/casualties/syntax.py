"""Subjects and objects of predicates as the parser ties them, for where word order leaves it open."""

from __future__ import annotations

from collections.abc import Sequence

from incidentparse.extractors.casualties.predicates import Frame, Predicate
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.language.document import Document
from incidentparse.language.groups import group_index
from incidentparse.language.people import Reading, people_index
from incidentparse.language.target_nouns import object_noun
from incidentparse.record import Side

RELATIVES = frozenset("who that which whom".split())
# Above a predicate, the dependencies over which a subject is shared: "was beaten and later died".
_SHARED = frozenset("conj acomp oprd prep pobj attr advmod xcomp ccomp advcl pcomp".split())
_NOT_SHARED_BY_VERBS = frozenset(("xcomp", "ccomp", "advcl"))
_CLIMB = 3
# Behind a participle that ends a clipped sentence: "killed by", "wounded when".
_BEHIND_CLIPPED = frozenset("by in at near on outside inside during while when after as".split())
# Without a number or an article it may as well be who killed: with it right totals of US shootings are lost.
_CLIPPED = frozenset((Reading.COUNTED, Reading.SINGLE))
GROUPS = "armed_groups.jsonl"


def subject_by_syntax(
    scene: Scene, predicate: Predicate, *, controlled: bool = False, finite: bool = False
) -> list[int]:
    """The passive subject, the subject of an intransitive verb, or the noun that a participle modifies.

    Args:
        scene: the sentence.
        predicate: the predicate.
        controlled: it shares the subject of the verb above it: "was treated after being shot".
        finite: it has an auxiliary of its own, and so modifies no noun.
    """
    document = scene.document
    verbal = predicate.word.frame is Frame.PATIENT
    for token in range(predicate.start, predicate.end):
        node = token
        for _ in range(_CLIMB):
            for child in document.children[node]:
                wanted = document.deps[child] == "nsubjpass" or (
                    document.deps[child] == "nsubj" and (not verbal or (controlled and node != token))
                )
                if wanted and child < predicate.end:
                    if document.folded[child] in RELATIVES:
                        return antecedent(scene, child)
                    found = scene.people_at.get(child)
                    if found is not None:
                        return [found]
            dep = document.deps[node]
            if dep == "acl" and not finite:
                found = scene.people_at.get(document.heads[node])
                return [] if found is None else [found]
            if dep not in _SHARED or (verbal and dep in _NOT_SHARED_BY_VERBS):
                break
            node = document.heads[node]
    return []


def clipped_subject(scene: Scene, predicate: Predicate) -> list[int]:
    """ "One worker in the north killed by gunmen": for the parser the subject of a verb, with no object behind it."""
    document = scene.document
    after = document.folded[predicate.end] if predicate.end < scene.end else "."
    if predicate.word.overall or not (after in _BEHIND_CLIPPED or not after[0].isalnum()):
        return []
    for token in range(predicate.start, predicate.end):
        for child in document.children[token]:
            found = scene.people_at.get(child) if document.deps[child] == "nsubj" else None
            if found is None or child > predicate.start or document.deps[token] != "ROOT":
                continue
            people = scene.people[found]
            if people.known and people.side is not Side.PERPETRATOR and people.reading in _CLIPPED:
                return [found]
    return []


def object_by_syntax(scene: Scene, predicate: Predicate) -> list[int]:
    """The direct object."""
    document = scene.document
    for token in range(predicate.start, predicate.end):
        for child in document.children[token]:
            if document.deps[child] == "dobj" and child >= predicate.end:
                found = scene.people_at.get(child)
                if found is not None:
                    return [found]
    return []


def has_object(scene: Scene, predicate: Predicate) -> bool:
    """Whether a verb has an object, of people or not: then its subject is who did it ("who burnt the trucks")."""
    document = scene.document
    return any(
        document.deps[child] == "dobj" and child >= predicate.end
        for token in range(predicate.start, predicate.end)
        if document.tags[token] == "VBD"
        for child in document.children[token]
    )


def relative_object(scene: Scene, predicate: Predicate) -> list[int]:
    """ "one hostage whom they killed": the noun that the relative clause modifies."""
    document = scene.document
    for token in range(predicate.start, predicate.end):
        if document.deps[token] != "relcl":
            continue
        if any(document.folded[c] == "whom" and c < token for c in document.children[token]):
            found = scene.people_at.get(document.heads[token])
            return [] if found is None else [found]
    return []


def antecedent(scene: Scene, relative: int) -> list[int]:
    """Whom "who" means: the phrase before it, else the noun that its clause modifies."""
    token = relative
    while token > scene.start and scene.document.folded[token - 1] in (",", "of", "("):
        token -= 1
    found = scene.people_ending.get(token)
    if found is not None:
        return [found]
    head = scene.document.heads[relative]
    for ancestor in (head, scene.document.heads[head]):
        found = scene.people_at.get(ancestor)
        if found is not None and scene.people[found].end <= relative:
            return [found]
    return []


def plural_antecedent(scene: Scene, pronoun: int) -> int | None:
    """Whom "they" and "them" mean: the nearest phrase before that counts more than one, or several joined ones."""
    for number in range(len(scene.people) - 1, -1, -1):
        people = scene.people[number]
        if people.end > pronoun or people.reading not in (Reading.COUNTED, Reading.DEFINITE, Reading.SINGLE):
            continue
        joined = number > 0 and scene.document.folded[people.start - 1] == "and"
        if people.known and people.side is not Side.PERPETRATOR and (people.low > 1 or joined):
            return number
    return None


def unknown_names(document: Document, predicates: Sequence[Predicate]) -> dict[int, int]:
    """Names that the model has not found, where they are subject or object of a predicate: end by first token."""
    names: dict[int, int] = {}
    for predicate in predicates:
        if predicate.word.frame not in (Frame.PATIENT, Frame.SUBJECT) or predicate.word.weak:
            continue
        for token in range(predicate.start, predicate.end):
            for node in (token, document.heads[token]):
                for child in document.children[node]:
                    if document.deps[child] in ("nsubjpass", "nsubj", "dobj") and _may_be_name(document, child):
                        first, last = child, child + 1
                        while first > 0 and _may_be_name(document, first - 1):
                            first -= 1
                        # "members of the Asayish": names of people have no article.
                        bare = first == 0 or (document.pos[first - 1] != "DET" and document.tags[first - 1] != "HYPH")
                        bare = bare and not _behind_thing(document, first)
                        if bare and not any(group_index(GROUPS).find(document.folded, first, last)):
                            names[first] = last
    return names


def _behind_thing(document: Document, name: int) -> bool:
    """ "The bulk carrier True Confidence", "the bus terminal Kampala": the name is that of a thing."""
    noun = name - 1
    while noun >= 0 and document.pos[noun] == "ADJ" and document.words[noun][0].isupper():
        noun -= 1
    return noun >= 0 and document.pos[noun] == "NOUN" and object_noun(document, 0, noun) is not None


def _may_be_name(document: Document, token: int) -> bool:
    word = document.words[token]
    if people_index().match(document.folded, token, token + 1) is not None:
        return False
    if document.pos[token] != "PROPN" or document.entity[token] not in ("", "ORG", "PERSON"):
        return False
    return word[0].isupper() and not word.isupper() and word.isalpha()
