"""Things told to be left in a state: "two shops sustained damage", "a bus caught fire", "left a library in ruins"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from incidentparse.language.arguments import conjuncts, is_passive, verb_arguments
from incidentparse.language.document import Document
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.struck_words import entries, struck_words
from incidentparse.record import Effect

# Words between a verb and the state it leaves a thing in: "set two trucks loaded with minerals on fire".
_STATE_REACH = 12
_NONE = frozenset({"no", "any", "little"})
# What opens another clause between "left" and what is left so.
_CLAUSES = frozenset({"SCONJ", "AUX"})


def find_left(document: Document) -> Iterator[tuple[int, int, Effect]]:
    """The verbs that tell of such a state, with the heads of what is left in it and the effect."""
    for token, word in enumerate(document.lower):
        if word in struck_words("harm"):
            yield from _suffered(document, token)
        elif word in _last_words():
            yield from _in_state(document, token)
        elif word in _left():
            yield from _left_so(document, token, _left()[word])


@cache
def _states() -> PhraseIndex[Effect]:
    return PhraseIndex(
        (words, entry.effect) for entry in entries() if entry.role == "state" and entry.effect for words in entry.lemmas
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in struck_words("state"))


@cache
def _left() -> dict[str, Effect]:
    return {word: entry.effect for entry in entries() if entry.role == "left" and entry.effect for word in entry.lemmas}


def _left_so(document: Document, participle: int, effect: Effect) -> Iterator[tuple[int, int, Effect]]:
    """The homes of "leaving two officers hurt and a dozen homes damaged", "the blast left a bus destroyed"."""
    start = document.sentence(participle).start
    noun = participle - 1
    while noun > start and document.pos[noun] == "ADV":
        noun -= 1
    phrase = document.phrase_of.get(noun)
    if phrase is None:
        return
    for token in range(phrase[0] - 1, max(start, participle - _STATE_REACH) - 1, -1):
        if document.lemmas[token] == "leave" and document.pos[token] == "VERB":
            yield token, noun, effect
            return
        if document.pos[token] in _CLAUSES:
            return


def _suffered(document: Document, noun: int) -> Iterator[tuple[int, int, Effect]]:
    """The shops of "two shops sustained considerable damage"."""
    verb = document.heads[noun]
    if document.deps[noun] != "dobj" or document.lemmas[verb] not in struck_words("suffering"):
        return
    if any(document.lower[child] in _NONE for child in document.children[noun]):
        return
    for head in verb_arguments(document, verb).subjects:
        yield verb, head, Effect.DAMAGED


def _in_state(document: Document, last: int) -> Iterator[tuple[int, int, Effect]]:
    """The fuel tanks of "setting two fuel tanks ablaze"; the bus of "the bus caught fire"."""
    start = document.sentence(last).start
    first, effect = last, None
    for token in range(max(start, last - 1), last + 1):
        hit = _states().match(document.folded, token, last + 1)
        if hit is not None and hit.end == last + 1:
            first, effect = token, hit.value
            break
    caught = document.pos[first] == "VERB"
    before = range(first - 1, max(start, first - _STATE_REACH) - 1, -1)
    verb = first if caught else next((t for t in before if _leaves(document, t)), None)
    if effect is None or verb is None:
        return
    arguments = verb_arguments(document, verb)
    heads = arguments.objects
    if caught and document.deps[verb - 1] == "npadvmod":
        # "A bus caught fire": the model takes the subject for a measure.
        heads = [verb - 1]
    elif caught or document.lemmas[verb] in struck_words("entering"):
        heads = arguments.subjects
    elif not heads and not is_passive(document, verb):
        # "Setting two fuel tanks ablaze": the thing is the subject of a clause of its own.
        behind = next((t for t in range(verb + 1, first) if document.deps[t] in ("nsubj", "dobj")), None)
        heads = conjuncts(document, behind) if behind is not None else []
    for head in heads:
        if head < first:
            yield verb, head, effect


def _leaves(document: Document, token: int) -> bool:
    verb = document.pos[token] in ("VERB", "AUX") and document.lemmas[token]
    return verb in struck_words("leaving") or verb in struck_words("entering")
