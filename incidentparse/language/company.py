"""The company of a trigger word: whether the words around it give it a sense of violence, and which belong to it."""

from __future__ import annotations

from incidentparse.language.arguments import Arguments, content, verb_arguments
from incidentparse.language.document import PLACE_LABELS, Document
from incidentparse.language.triggers import Trigger, word_classes
from incidentparse.mentions import Tokens

_PERSON_ENTITIES = frozenset({"PERSON", "NORP", "ORG"})
_MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "advmod", "npadvmod", "poss"})
_NO_OBJECT = "none"


def in_class(document: Document, token: int, name: str) -> bool:
    """Whether a token belongs to a word class; people and places also by their entity label."""
    classes = word_classes()
    if document.lemmas[token] in classes[name] or document.lower[token] in classes[name]:
        return True
    if name == "person":
        return document.entity[token] in _PERSON_ENTITIES or document.pos[token] == "NUM"
    return name == "place_word" and document.entity[token] in PLACE_LABELS


def is_force(document: Document, who: Tokens) -> bool:
    """Whether a phrase names soldiers, police or guards."""
    return any(in_class(document, token, "force_party") for token in range(*who))


def fits(document: Document, token: int, trigger: Trigger, arguments: Arguments) -> bool:
    """Whether a trigger's guards hold for a word with these arguments."""
    if trigger.company and not trigger.company & _company(document, token):
        return False
    counted = arguments.prepositions.get("of", []) if trigger.pos == "noun" else arguments.objects
    objects = [content(document, o) for o in counted]
    if trigger.only_objects and not objects and _NO_OBJECT not in trigger.only_objects:
        return False
    if trigger.only_objects and objects and not _any_in(document, objects, trigger.only_objects):
        return False
    subjects = [content(document, s) for s in arguments.subjects]
    if trigger.only_subjects and not _any_in(document, subjects, trigger.only_subjects):
        return False
    if _any_in(document, objects, trigger.not_objects) or _any_in(document, subjects, trigger.not_subjects):
        return False
    if not trigger.not_preps.isdisjoint(arguments.prepositions):
        return False
    if trigger.alone and document.deps[token] in ("compound", "nmod", "amod"):
        return False
    if trigger.not_after and token and document.lower[token - 1] in trigger.not_after:
        return False
    if trigger.only_parties and not _any_in(
        document, _parties(document, token, trigger, arguments), trigger.only_parties
    ):
        return False
    return _modifiers_fit(document, token, trigger)


def expression(document: Document, token: int, trigger: Trigger) -> list[int]:
    """The words of a trigger expression beside its head: "fire" in "set fire to", "hostage" in "took them hostage"."""
    parts = []
    for child in document.children[token]:
        if _is_company(document, child, trigger):
            parts.append(child)
        elif document.pos[child] in ("ADP", "ADV", "SCONJ") or document.deps[child] in ("ccomp", "oprd", "prep"):
            parts.extend(c for c in document.children[child] if _is_company(document, c, trigger))
        elif trigger.roles == "claim" and document.deps[child] in ("dobj", "nsubjpass"):
            parts.append(child)
    return parts


def _parties(document: Document, token: int, trigger: Trigger, arguments: Arguments) -> list[int]:
    """Heads of all that take part on either side, and before a noun the words that name them ("Russian strikes")."""
    found = [*arguments.subjects, *arguments.objects]
    for preposition in trigger.patient_preps:
        found.extend(arguments.prepositions.get(preposition, []))
    if trigger.pos == "noun":
        found.extend(_modifiers(document, token))
        verb = document.heads[token]
        if document.deps[token] == "nsubj" and in_class(document, verb, "happening_verb"):
            # "Clashes broke out between police and protesters": the parties hang on the verb.
            above = verb_arguments(document, verb)
            for preposition in trigger.patient_preps:
                found.extend(above.prepositions.get(preposition, []))
    return found


def _modifiers_fit(document: Document, token: int, trigger: Trigger) -> bool:
    if not trigger.only_modifiers and not trigger.not_modifiers:
        return True
    modifiers = _modifiers(document, token)
    if trigger.only_modifiers and not any(
        document.lemmas[m] in trigger.only_modifiers or document.lower[m] in trigger.only_modifiers for m in modifiers
    ):
        return False
    return not _any_in(document, modifiers, trigger.not_modifiers)


def _any_in(document: Document, tokens: list[int], classes: tuple[str, ...]) -> bool:
    return any(in_class(document, token, name) for token in tokens for name in classes)


def _company(document: Document, token: int) -> set[str]:
    """Lemmas and forms that depend on a token, directly or through a preposition."""
    found = set()
    for child in document.children[token]:
        found.add(document.lemmas[child])
        found.add(document.lower[child])
        if document.pos[child] in ("ADP", "ADV", "SCONJ") or document.deps[child] in ("ccomp", "oprd", "prep"):
            for inner in document.children[child]:
                found.add(document.lemmas[inner])
                found.add(document.lower[inner])
    if document.deps[token] in ("dobj", "pobj"):
        found.add(document.lemmas[document.heads[token]])
    return found


def _is_company(document: Document, token: int, trigger: Trigger) -> bool:
    return document.lemmas[token] in trigger.company or document.lower[token] in trigger.company


def _modifiers(document: Document, token: int) -> list[int]:
    """Words before a noun that narrow it, with those that narrow them ("suicide car bomb attack")."""
    found = []
    stack = [c for c in document.children[token] if document.deps[c] in _MODIFIER_DEPS]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(
            c for c in document.children[node] if document.deps[c] in _MODIFIER_DEPS or document.deps[c] == "conj"
        )
    if document.deps[token] == "conj":
        # "bomb and gun attacks": the first noun narrows both.
        head = document.heads[token]
        found.extend(c for c in document.children[head] if document.deps[c] in ("amod", "compound"))
    return sorted(found)
