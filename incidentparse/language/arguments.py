"""Who does what to whom: subjects, objects and prepositional objects of a verb or noun, as dependencies tie them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from incidentparse.language.document import Document
from incidentparse.language.grammar import PREMODIFIERS
from incidentparse.language.named_words import named_words, victim_words
from incidentparse.mentions import Tokens

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"were", "are", "have"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
# No chain of verbs that share one subject is longer in real copy; the limit guards against cyclic parses.
_MAX_CLIMB = 4


@dataclass(slots=True)
class Arguments:
    """Head tokens of a predicate's arguments.

    Attributes:
        subjects: of the active verb, or the "by" phrase of a passive.
        objects: of the active verb, or the subject of a passive.
        prepositions: object heads by preposition.
        passive: whether the verb is passive.
    """

    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    prepositions: dict[str, list[int]] = field(default_factory=dict)
    passive: bool = False


def verb_arguments(document: Document, verb: int) -> Arguments:
    """The arguments of a verb, through passives, relative clauses, participles, coordination and control."""
    arguments = Arguments(passive=is_passive(document, verb))
    subjects: list[int] = []
    for child in document.children[verb]:
        dep = document.deps[child]
        if dep in _SUBJECTS or dep in _PASSIVE_SUBJECTS:
            subjects.append(child)
        elif dep in _OBJECTS and document.pos[child] not in ("ADJ", "ADV", "VERB", "ADP"):
            arguments.objects.extend(conjuncts(document, child))
        elif dep == "agent":
            arguments.subjects.extend(_objects_of(document, child))
        elif dep in ("prep", "dative"):
            _add_preposition(document, child, arguments)
        elif dep == "auxpass":
            # "Two men were, on Monday, killed": commas make the parse hang the subject on the auxiliary.
            subjects.extend(c for c in document.children[child] if document.deps[c] in _SUBJECTS)
    surface = [head for child in subjects for head in _resolve(document, verb, child)]
    if not surface:
        surface = _inherited(document, verb)
    if arguments.passive:
        arguments.objects = surface + arguments.objects
    else:
        arguments.subjects = surface + arguments.subjects
    if document.deps[verb] == "amod" and subjects and not arguments.objects:
        # "Planes bombed positions" parsed as a noun phrase: the verb with a subject of its own hits the noun.
        arguments.objects.append(document.heads[verb])
    lacks_object = subjects and not arguments.objects and not arguments.passive
    relative = any(document.tags[s] in _RELATIVE_TAGS for s in subjects)
    if document.deps[verb] == "relcl" and lacks_object and not relative:
        # "the man police shot": the noun outside is what the verb lacks.
        arguments.objects.append(document.heads[verb])
    arguments.objects = [_outside(document, verb, o) for o in arguments.objects]
    return arguments


def noun_arguments(document: Document, noun: int) -> Arguments:
    """The arguments of a noun: prepositional, possessive; subjects are the "by" phrase."""
    arguments = Arguments()
    for child in document.children[noun]:
        dep = document.deps[child]
        if dep in ("prep", "agent"):
            _add_preposition(document, child, arguments)
        elif dep == "acl" and document.tags[child] == "VBN":
            # "an attack carried out by rebels"
            does = document.lemmas[child] not in named_words("speaking of deeds")
            for grandchild in document.children[child]:
                if document.deps[grandchild] == "agent" and does:
                    arguments.subjects.extend(_objects_of(document, grandchild))
                elif document.deps[grandchild] == "prep" and document.lemmas[child] not in named_words("accusing"):
                    _add_preposition(document, grandchild, arguments)
    arguments.subjects.extend(arguments.prepositions.pop("by", []))
    return arguments


def is_passive(document: Document, verb: int) -> bool:
    """Whether a verb is passive: with an auxiliary, or a bare participle ("a man killed by a mine")."""
    if document.tags[verb] not in ("VBN", "VBD"):
        return False
    active = document.tags[verb] == "VBD"
    subject = False
    for child in document.children[verb]:
        dep = document.deps[child]
        # "by" whom: the tagger often takes the participle for the past tense.
        if dep in ("auxpass", "nsubjpass", "agent"):
            return True
        active |= dep == "aux" or dep in _OBJECTS
        subject |= dep in _SUBJECTS
    if active:
        return False
    if document.deps[verb] == "conj":
        # "One man was killed and his wife wounded": the auxiliary serves both.
        return is_passive(document, document.heads[verb])
    found = document.deps[verb] == "ccomp" and document.lemmas[document.heads[verb]] == "find"
    if not subject or (found and document.tags[verb] == "VBN"):
        # "Officers found her stabbed": the parse has her for who did it.
        return True
    # The same told by somebody, where the parse hangs both on "said".
    before = [c for c in document.children[document.heads[verb]] if c < verb and document.deps[c] == "ccomp"]
    return document.deps[verb] == "ccomp" and bool(before) and is_passive(document, before[-1])


def conjuncts(document: Document, head: int) -> list[int]:
    """A noun and those coordinated with it, in order; "&" stands inside a name."""
    found, stack = [], [head]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(
            c
            for c in document.children[node]
            if document.deps[c] == "conj" and document.words[document.subtree(c)[0] - 1] != "&"
        )
    return sorted(found)


def phrase(document: Document, head: int) -> Tokens:
    """The noun phrase of a head with an "of" phrase that belongs to it ("dozens of people")."""
    if document.deps[head] == "poss":
        # The possessive mark is no part of the name.
        first, last = document.subtree(head)
        return first, last - 1 if document.tags[last - 1] == "POS" else last
    if document.deps[head] in PREMODIFIERS:
        # "Russian strikes": the party is the word before the noun alone.
        return document.subtree(head)
    start, end = document.phrase_of.get(head, (head, head + 1))
    for child in document.children[head]:
        if document.lower[child] == "of" and child >= end - 1:
            for inner in document.children[child]:
                if document.deps[inner] == "pobj":
                    end = max(end, document.phrase_of.get(inner, (inner, inner + 1))[1])
    return start, end


def content(document: Document, head: int) -> int:
    """The noun that says what is meant: behind an amount ("dozens of people") the counted one."""
    if document.lemmas[head] in named_words("amounts") or document.pos[head] == "NUM":
        for child in document.children[head]:
            if document.lower[child] == "of":
                for inner in document.children[child]:
                    if document.deps[inner] == "pobj":
                        return inner
    return head


def _objects_of(document: Document, preposition: int) -> list[int]:
    return [
        head
        for child in document.children[preposition]
        if document.deps[child] in ("pobj", "pcomp")
        for head in conjuncts(document, child)
    ]


def _add_preposition(document: Document, child: int, arguments: Arguments) -> None:
    heads = _objects_of(document, child)
    if not heads:
        # "out of", "from among": the object hangs on an inner preposition.
        heads = [h for inner in document.children[child] if document.deps[inner] == "prep"
                 for h in _objects_of(document, inner)]  # fmt: skip
    if heads:
        arguments.prepositions.setdefault(document.lower[child], []).extend(heads)


def _resolve(document: Document, verb: int, subject: int) -> Iterator[int]:
    """A subject and its conjuncts; a relative pronoun stands for the noun outside its clause."""
    if document.tags[subject] in _RELATIVE_TAGS:
        clause = verb
        for _ in range(_MAX_CLIMB):
            if document.deps[clause] == "relcl":
                yield from _antecedents(document, clause)
                return
            if document.deps[clause] not in ("conj", "xcomp", "ccomp"):
                break
            clause = document.heads[clause]
    yield from conjuncts(document, subject)


def _antecedents(document: Document, clause: int) -> Iterator[int]:
    """What a relative clause tells of; a plural verb tells of all in a list: "a school and a clinic, which were"."""
    noun = document.heads[clause]
    plural = any(document.lower[child] in _PLURAL for child in document.children[clause])
    if plural and document.deps[noun] == "conj" and document.tags[noun] in _SINGULAR:
        first = document.heads[noun]
        while document.deps[first] == "conj" and document.heads[first] != first:
            first = document.heads[first]
        yield from conjuncts(document, first)
    else:
        yield noun


def _outside(document: Document, verb: int, head: int) -> int:
    """What an object stands for: a relative pronoun stands for the noun outside its clause."""
    if document.tags[head] in _RELATIVE_TAGS and document.deps[verb] == "relcl":
        return document.heads[verb]
    return head


def _is_pastime(document: Document, verb: int) -> bool:
    """Whether a clause tells what those hit did: "people who were celebrating", "where soldiers were waiting"."""
    where = any(document.lower[c] == "where" for c in document.children[verb])
    return where or (document.deps[verb] in ("relcl", "acl") and document.lemmas[verb] in victim_words("pastimes"))


def _inherited(document: Document, verb: int) -> list[int]:
    """The subject of a verb that has none of its own, from the word it hangs on."""
    node = verb
    for _ in range(_MAX_CLIMB):
        dep, head = document.deps[node], document.heads[node]
        if head == node:
            return []
        if dep in ("acl", "relcl", "amod"):
            return [head]
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"):
            return []
        if dep == "ccomp" and document.tags[node] != "VBG":
            return []
        if dep == "advcl" and _is_pastime(document, head):
            # "hit a hall where pupils had gathered, killing six": who had gathered there did not kill.
            return []
        if document.pos[head] in ("VERB", "AUX"):
            found = [
                h
                for child in document.children[head]
                if document.deps[child] in _SUBJECTS or document.deps[child] in _PASSIVE_SUBJECTS
                for h in _resolve(document, head, child)
            ]
            accusing = document.lemmas[head] in named_words("accusing") and not is_passive(document, head)
            if dep in ("prep", "advcl") and accusing:
                # "accused Russia of firing missiles": the accused did it, not the accuser.
                return [
                    h for c in document.children[head] if document.deps[c] == "dobj" for h in conjuncts(document, c)
                ]
            if dep == "xcomp" and not is_passive(document, head):
                # "forced them to kill", "saw him shot": the object is the subject of what follows.
                objects = [c for c in document.children[head] if document.deps[c] == "dobj" and c < verb]
                found = objects or found
            if found:
                return found
        node = head
    return []
