"""Subjects and objects of predicates as the parser ties them, for where word order leaves it open."""

from __future__ import annotations

from incidentparse.extractors.casualties.predicates import Frame, Predicate
from incidentparse.extractors.casualties.scene import Scene

_RELATIVES = frozenset("who that which whom".split())
# Above a predicate, the dependencies over which a subject is shared: "was beaten and later died".
_SHARED = frozenset("conj acomp oprd prep pobj attr advmod xcomp ccomp advcl pcomp".split())
_NOT_SHARED_BY_VERBS = frozenset(("xcomp", "ccomp", "advcl"))
_CLIMB = 3


def subject_by_syntax(scene: Scene, predicate: Predicate) -> list[int]:
    """The passive subject, the subject of an intransitive verb, or the noun that a participle modifies."""
    document = scene.document
    verbal = predicate.word.frame is Frame.PATIENT
    for token in range(predicate.start, predicate.end):
        node = token
        for _ in range(_CLIMB):
            for child in document.children[node]:
                wanted = document.deps[child] == "nsubjpass" or (document.deps[child] == "nsubj" and not verbal)
                if wanted and child < predicate.end:
                    if document.folded[child] in _RELATIVES:
                        return antecedent(scene, child)
                    found = scene.people_at.get(child)
                    if found is not None:
                        return [found]
            dep = document.deps[node]
            if dep == "acl":
                found = scene.people_at.get(document.heads[node])
                return [] if found is None else [found]
            if dep not in _SHARED or (verbal and dep in _NOT_SHARED_BY_VERBS):
                break
            node = document.heads[node]
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
