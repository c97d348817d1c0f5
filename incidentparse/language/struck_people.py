"""People hit who are told of beside a word of violence: caught by it, in what it struck, by the losses they took."""

from __future__ import annotations

from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.grammar import BEING, DATES
from incidentparse.language.named_words import victim_words
from incidentparse.language.people import people_index
from incidentparse.language.struck_places import with_of
from incidentparse.mentions import Tokens

# What holds people, by the word that ties them to it: "packed with shoppers", "full of", "carrying pilgrims".
HOLDING = {
    "packed": "with", "filled": "with", "crowded": "with", "thronged": "with", "crammed": "with", "full": "of",
    "carrying": "", "transporting": "", "housing": "", "sheltering": "", "hosting": "", "among": "", "amid": "",
    "amongst": "",
}  # fmt: skip
# "Among" ties a crowd to what was done in it, and others to what they suffered: no "panic among villagers".
_AMONG = frozenset({"among", "amid", "amongst"})
_HAVING = frozenset({"had", "have", "has"})
_SELVES = frozenset({"himself", "herself", "themselves"})
# What begins the clause of those whom a blow caught: "as children were leaving".
_WHILE = frozenset({"as", "when", "while"})
# Senses of blows that catch people at something; who shoots does so.
_BLOWS = frozenset({"explode", "attack", "shell", "bombing"})
# From a blow to "where", past what it hit and in which town.
_PLACE_REACH = 16
# Between "losses" and on whom: "heavy losses in men and equipment upon".
_LOSS_REACH = 6


def surprised(document: Document, frame: Frame) -> Tokens | None:
    """Those of "the officers were patrolling the market when gunmen opened fire"."""
    trigger = frame.trigger
    while document.deps[trigger] in ("xcomp", "conj") and document.heads[trigger] < trigger:
        # "were walking when a car pulled up and somebody began shooting"
        trigger = document.heads[trigger]
    verb = document.heads[trigger]
    if document.deps[trigger] == "relcl" and document.entity[verb] in DATES:
        # "On Monday when": the clause hangs on the day.
        verb = next((t for t in document.ancestors(verb) if document.pos[t] in ("VERB", "AUX")), verb)
    elif document.deps[trigger] != "advcl":
        return None
    if verb >= trigger:
        return None
    if not any(document.lower[c] == "when" for c in document.children[trigger]):
        return None
    return _at_something(document, verb, allow_place=True)


def caught(document: Document, frame: Frame) -> Tokens | None:
    """The children of "a shell hit the school as children were leaving it"."""
    verb = frame.trigger
    if document.pos[verb] != "VERB":
        verb = document.heads[verb]
        if document.pos[verb] != "VERB" or document.heads[frame.trigger] == frame.trigger:
            return None
    if frame.sense not in _BLOWS:
        return None
    for child in document.children[verb]:
        clause = child > verb and document.deps[child] == "advcl"
        if clause and any(document.lower[c] in _WHILE for c in document.children[child]):
            return _at_something(document, child, allow_place=False)
    return None


def at_place(document: Document, frame: Frame) -> Tokens | None:
    """The worshippers of "shells hit a courtyard where worshippers had gathered"."""
    if frame.sense not in _BLOWS:
        return None
    end = document.sentence(frame.trigger).end
    for where in range(frame.end, min(end, frame.end + _PLACE_REACH)):
        if document.lower[where] != "where":
            continue
        verb = document.heads[where]
        others = any(f.trigger == verb for f in document.frames)
        return None if verb < where or others else _at_something(document, verb, allow_place=False)
    return None


def _at_something(document: Document, verb: int, *, allow_place: bool) -> Tokens | None:
    """The people of a clause who were doing something, had come together or were somewhere."""
    aux = {document.lower[c] for c in document.children[verb] if document.deps[c] in ("aux", "auxpass")}
    going = document.tags[verb] == "VBG" and not BEING.isdisjoint(aux)
    come = not allow_place and document.tags[verb] == "VBN" and not _HAVING.isdisjoint(aux)
    if not going and not come and not (allow_place and document.lower[verb] in ("was", "were")):
        return None
    subject = next((c for c in document.children[verb] if document.deps[c] == "nsubj"), None)
    if subject is None or document.pos[subject] not in ("NOUN", "PROPN"):
        return None
    place = document.phrase_of.get(subject)
    return place if document.entity[subject] == "PERSON" or of_people(document, place) else None


def losses(document: Document, token: int) -> Tokens | None:
    """The fighters of "inflicted heavy losses upon the fighters"."""
    if document.lower[token - 1] == "no":
        return None
    for link in range(token + 1, min(document.sentence(token).end - 1, token + _LOSS_REACH)):
        if document.lower[link] in ("upon", "on", "among"):
            phrase = document.phrase_of.get(link + 1)
            return phrase if phrase is not None and of_people(document, phrase) else None
        if document.pos[link] not in ("ADP", "NOUN", "CCONJ", "ADJ", "DET"):
            return None
    return None


def of_people(document: Document, phrase: Tokens | None) -> bool:
    """Whether a phrase is of people by its last noun."""
    return phrase is not None and people_index().match(document.folded, phrase[1] - 1, phrase[1]) is not None


def held_people(document: Document, token: int) -> Tokens | None:
    """The worshippers of "the mosque was filled with worshippers when it was hit"; people in a sentence of violence."""
    tie = HOLDING.get(document.lower[token])
    if tie is None:
        return None
    first = token + 1 + bool(tie)
    if tie and document.lower[token + 1] != tie:
        return None
    phrase = document.phrase_of.get(first)
    if phrase is None or not of_people(document, phrase):
        return None
    # "A bus carrying pilgrims" may be one phrase.
    phrase = (first, phrase[1])
    form = people_index().match(document.folded, phrase[1] - 1, phrase[1])
    crowd = form is not None and form.value.noun.collective
    blown = _SELVES.intersection(document.lower[token - 2 : token])
    if document.lower[token] in _AMONG and not (
        crowd or blown or document.lower[token - 1] in victim_words("suffered")
    ):
        return None
    sentence = document.sentence(token)
    held = any(f.sense in _BLOWS | {"shoot"} and sentence.start <= f.trigger < sentence.end for f in document.frames)
    return (phrase[0], with_of(document, phrase[1])) if held else None
