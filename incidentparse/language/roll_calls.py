"""Victims told apart from the deed: "the dead were …", "one of them is …", "the victim, Jane Roe,", "he was unhurt"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from incidentparse.language.ages import age_end
from incidentparse.language.document import Document, Sentence
from incidentparse.language.frames import Frame
from incidentparse.language.grammar import BEING
from incidentparse.language.named_words import victim_words
from incidentparse.language.namings import name_behind
from incidentparse.language.people import people_index
from incidentparse.language.triggers import TOLLS
from incidentparse.mentions import Certainty, Tokens
from incidentparse.record import Effect

# What the subject of a roll call says became of those it names, by the set of words; None where the deed told before
# says it.
_SUBJECTS: tuple[tuple[str, Effect | None], ...] = (
    ("roll of killed", Effect.KILLED),
    ("roll of injured", Effect.INJURED),
    ("roll of abducted", Effect.ABDUCTED),
    ("roll of anybody", None),
)
_COPULAS = frozenset({"are", "is", "were", "was", "include", "includes", "included"})
_INCLUDING = frozenset({"include", "includes", "included"})
# Between the verb and the first of the list.
_NAMED_AS = frozenset({"identified", "named", "as", ":", "later", "only", "then"})
_ONE = frozenset({"he", "she"})
# Subjects that tell of one person, and so of a deed done to one.
_SINGLE = _ONE | {"victim"}
_VICTIMS = frozenset({"victim", "victims"})
_SENSES = {
    "kill": Effect.KILLED,
    "die": Effect.KILLED,
    "injure": Effect.INJURED,
    "abduct": Effect.ABDUCTED,
    "shoot": Effect.UNKNOWN,
    "attack": Effect.UNKNOWN,
    "explode": Effect.UNKNOWN,
}
# The words before the verb of a roll call: "The three other people killed in the attack".
_SUBJECT_REACH = 10
# Sentences back to the deed that a roll call goes on with.
_DEED_REACH = 3

# What ends the list of names behind "identified as".
_CLOSED = frozenset({",", ";", ".", '"', "“", "”"})
# Words between "identified" and "as": by whom.
_NAME_REACH = 12

Called = tuple[int, Tokens, Effect, Certainty]


def find_called(document: Document) -> Iterator[Called]:
    """Event word, phrase, effect and certainty of each first of a list of victims told apart from the deed."""
    deeds = [f for f in document.frames if f.sense in _SENSES and not f.certainty.negated]
    if not deeds:
        return
    for sentence in document.sentences:
        if not sentence.title:
            yield from _roll_call(document, sentence, deeds)
    hurt = {document.folded[end - 1] for f in deeds if f.sense in TOLLS for _, end in f.patients}
    for token, word in enumerate(document.folded):
        taken_up = (
            word in hurt and document.tags[token] == "NNS" and document.lower[token - 1] in ("the", "two", "three")
        )
        if (word in _VICTIMS or taken_up) and token + 2 < len(document) and document.lower[token + 1] == ",":
            first = age_end(document, token + 2, document.sentence(token).end) or token + 2
            if first < len(document) and document.entity[first] == "PERSON" and document.pos[first] == "PROPN":
                yield from _called(document, first, None, deeds)
        elif word in victim_words("unhurt"):
            yield from _unhurt(document, token, deeds)


def _roll_call(document: Document, sentence: Sentence, deeds: list[Frame]) -> Iterator[Called]:
    """ "The dead were two soldiers and …", "he said the victims were identified as", "injured by it were: …"."""
    opening = range(sentence.start, min(sentence.end - 1, sentence.start + _SUBJECT_REACH))
    first = next((t for t in opening if document.folded[t] in _roll_words()), None)
    if first is None:
        return
    stop = min(sentence.end - 1, first + _SUBJECT_REACH)
    verb = next((t for t in range(first + 1, stop) if document.lower[t] in _COPULAS), None)
    if verb is None or not victim_words("accused").isdisjoint(document.folded[sentence.start : sentence.end]):
        return
    subjects = [w for w in document.folded[sentence.start : verb] if w in _roll_words()]
    if _ONE.issuperset(subjects) and verb > first + 1:
        return  # "He was Jane Roe" names him, "he said the mayor was Jane Roe" does not.
    token = verb + 1
    while token < sentence.end - 1 and document.lower[token] in _NAMED_AS:
        token += 1
    effect = next((e for w in subjects if (e := _roll_words()[w])), None)
    phrase = document.phrase_of.get(token)
    people = phrase is not None and phrase[0] == token and _of_people(document, phrase)
    # "Twenty were killed, while what was found includes": that is no subject.
    subject = document.lower[first - 1] not in _COPULAS
    including = document.lower[verb] in _INCLUDING and phrase is not None and subject
    listed = including and not _VICTIMS.isdisjoint(subjects)
    # "Injured were …", "the fatalities were …"; "the wounded men were soldiers from X" tells of men named already.
    # … as does "the militants killed in it were foreigners".
    told = first > sentence.start and _tells_whom(document, first)
    bare = first == verb - 1 or (document.tags[first] == "VBN" and not told)
    whole = effect is not None and (including or (people and bare))
    if listed or whole or _is_named(document, token):
        single = [f for f in deeds if any(_of_one(document, p) for p in f.patients)]
        yield from _called(document, token, effect, (_SINGLE.issuperset(subjects) and single) or deeds)


def _of_one(document: Document, patient: Tokens) -> bool:
    form = people_index().match(document.folded, patient[1] - 1, patient[1])
    return form is not None and not form.value.plural


def _tells_whom(document: Document, participle: int) -> bool:
    """Whether the noun that a participle goes with tells who they are: not "people", "those", "the others"."""
    noun = document.heads[participle]
    form = people_index().match(document.folded, noun, noun + 1) if noun < participle else None
    return form is not None and not form.value.noun.generic


@cache
def _roll_words() -> dict[str, Effect | None]:
    return {word: effect for name, effect in _SUBJECTS for word in sorted(victim_words(name))}


def _is_named(document: Document, token: int) -> bool:
    """Whether a person's name begins at a token, with or without a title."""
    if document.entity[token] == "PERSON" and document.pos[token] == "PROPN":
        return True
    phrase = document.phrase_of.get(token, (token, token))
    if any(document.entity[t] == "PERSON" for t in range(*phrase)):
        return True
    name = name_behind(document, token)
    return name is not None and name[0] > token and name[1] - name[0] > 1


def _of_people(document: Document, phrase: Tokens) -> bool:
    return people_index().match(document.folded, phrase[1] - 1, phrase[1]) is not None


def _called(document: Document, token: int, effect: Effect | None, deeds: list[Frame]) -> Iterator[Called]:
    index = document.sentence_of[token]
    before = [f for f in deeds if f.trigger < token and index - document.sentence_of[f.trigger] <= _DEED_REACH]
    own = [f for f in before if f.sense in TOLLS and (effect is None or _SENSES[f.sense] is effect)]
    # "A bomb went off … injured by the blast were": what became of them is told here alone.
    before = own or (before if effect is not None else [])
    if before:
        deed = before[-1]
        if effect is None:
            sentence = document.sentence(token)
            hurt = not victim_words("in_care").isdisjoint(document.lower[sentence.start : sentence.end])
            effect = Effect.INJURED if hurt and deed.sense != "abduct" else _SENSES[deed.sense]
        phrase = document.phrase_of.get(token, (token, token + 1))
        yield deed.trigger, (max(token, phrase[0]), phrase[1]), effect, deed.certainty


def _unhurt(document: Document, token: int, deeds: list[Frame]) -> Iterator[Called]:
    """The one who escaped: the subject, or for "he" the person named last before."""
    node = token
    while document.pos[node] not in ("VERB", "AUX") and document.heads[node] != node:
        node = document.heads[node]
    subject = next((c for c in document.children[node] if document.deps[c] in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return
    if document.pos[subject] == "PRON":
        if document.tags[subject] in ("WDT", "WP") and document.deps[node] == "relcl":
            subject = document.heads[node]
        else:
            people = [e for e in document.entities if e[2] == "PERSON" and e[1] <= subject]
            if not people:
                return
            subject = people[-1][1] - 1
    index = document.sentence_of[token]
    near = [f for f in deeds if abs(document.sentence_of[f.trigger] - index) <= 1]
    if near:
        yield near[0].trigger, document.phrase_of.get(subject, (subject, subject + 1)), Effect.NONE, Certainty()


def find_identified(document: Document, verb: int) -> Iterator[Called]:
    """The victims' names in "the victim was identified as Jane Roe", "police identified the dead as …"."""
    sentence = document.sentence(verb)
    words = document.folded[sentence.start : sentence.end]
    if victim_words("accused").intersection(words) or not victim_words("hurt").intersection(words):
        return
    as_ = next((t for t in range(verb + 1, min(sentence.end, verb + _NAME_REACH)) if document.lower[t] == "as"), None)
    if as_ is None:
        return
    effect = Effect.KILLED if victim_words("dead").intersection(words) else Effect.UNKNOWN
    names = (e for e in document.entities if e[2] == "PERSON" and e[1] - e[0] > 1 and as_ < e[0] < sentence.end)
    first = next(names, None)
    if first is not None and not any(document.words[token] in _CLOSED for token in range(as_, first[0])):
        yield verb, (max(as_ + 1, _first_of(document, first[0])), first[1]), effect, Certainty()


def _first_of(document: Document, token: int) -> int:
    """Where the phrase of a token begins, with the title in front of a name."""
    return document.phrase_of.get(token, (token, token))[0]


def is_roll(document: Document, among: int) -> bool:
    """Whether "among" opens a roll of those hit: "among the dead"."""
    behind = _behind(document, among)
    return not (victim_words("dead").isdisjoint(behind) and victim_words("wounded").isdisjoint(behind))


def _behind(document: Document, among: int) -> list[str]:
    """The words that say among whom: "the dead", "those who attained martyrdom"."""
    return document.lower[among + 1 : among + (6 if document.lower[among + 1] == "those" else 3)]


def find_among(document: Document, token: int) -> Iterator[Called]:
    """ "Several children were among the dead", "with children among the casualties"."""
    before = token - 1
    while before > 0 and document.pos[before] in ("AUX", "ADV"):
        before -= 1
    sentence = document.sentence(token)
    subjects = [c for c in document.children[document.heads[token]] if document.deps[c] == "nsubj" and c < token]
    phrases = [document.phrase_of.get(subject) for subject in subjects or [before]]
    if token == sentence.start:
        # "Among the dead was a Canadian woman."
        be = next((t for t in range(token + 2, min(sentence.end - 1, token + 7)) if document.lower[t] in BEING), None)
        phrases = [document.phrase_of.get(be + 1)] if be is not None else []
    dead = not victim_words("dead").isdisjoint(_behind(document, token))
    for phrase in phrases:
        if phrase is not None and phrase[0] >= sentence.start:
            yield token, phrase, Effect.KILLED if dead else Effect.INJURED, Certainty()
