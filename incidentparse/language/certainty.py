"""How the text holds what a word says: negated, hypothetical, planned, historical, and on whose word."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Certainty, Tokens

_MODALS = frozenset({"may", "might", "could", "would", "should", "can", "must", "'d"})
_FUTURE = frozenset({"will", "'ll", "shall"})
_CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
_NEGATIVES = frozenset({"no", "not", "n't", "never", "neither", "nor", "without", "n’t", "cannot"})
_FEWER = (["fewer"], ["less"])
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_LONG_UNITS = frozenset({"year", "decade", "century", "month"})
# A clause deeper than this below its reporting verb is rare; the limit guards against cyclic parses.
_MAX_CLIMB = 6
_CLIMBED = frozenset(
    {"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "conj", "advcl", "nsubj", "nsubjpass", "compound", "attr",
     "acl", "agent", "dep", "oprd", "relcl", "parataxis", "poss", "appos", "amod"}
)  # fmt: skip
# How what a work or drill tells hangs on its noun.
_TOLD_BY = frozenset({"relcl", "acl", "prep", "ccomp", "advcl"})


class Cue(LexiconEntry):
    """A word that changes how what it governs is held."""

    lemma: str
    pos: Literal[
        "verb", "verb_object", "noun", "modifier", "phrase_noun", "year_word", "trend_verb",
        "staged", "told_in", "telling",
    ]  # fmt: skip
    effect: Literal["attribute", "negate", "foil", "try", "threaten", "hypothesize", "historical"]


@cache
def cues() -> dict[tuple[str, str], frozenset[str]]:
    """The effects by part of speech and lemma."""
    index: dict[tuple[str, str], set[str]] = {}
    for cue in load_lexicon("certainty.jsonl", Cue):
        index.setdefault((cue.pos, cue.lemma), set()).add(cue.effect)
    return {key: frozenset(effects) for key, effects in index.items()}


@cache
def attributing_verbs() -> frozenset[str]:
    """Lemmas of the verbs that put what they govern in somebody's mouth."""
    return frozenset(lemma for (pos, lemma), effects in cues().items() if pos == "verb" and "attribute" in effects)


def is_negation(document: Document, token: int) -> bool:
    """Whether a word denies what it stands with; "no fewer than seven" are seven."""
    return document.lower[token] in _NEGATIVES and document.lower[token + 1 : token + 2] not in _FEWER


def read_certainty(document: Document, token: int) -> Certainty:
    """How the text holds what the verb or noun ``token`` says."""
    reader = _Reader(document)
    reader.own(token)
    reader.above(token)
    return Certainty(
        negated=reader.negated,
        hypothetical=reader.hypothetical or _is_staged(document, token),
        planned=reader.planned,
        historical=reader.historical or is_past(document, token),
        attributed_to=reader.source,
    )


def held_to_be(document: Document, verb: int) -> bool:
    """Whether the subject of a verb of belief is spoken of and does not speak: "gunmen believed to be rebels"."""
    held = document.lower[verb] in named_words("held to be")
    return held and document.lower[verb + 1 : verb + 3] == ["to", "be"]


def is_past(document: Document, token: int) -> bool:
    """Whether the clause of ``token`` dates it to an earlier time ("last year", "in 2011", "two years ago")."""
    published = document.published
    for node in _clause(document, token):
        word = document.lower[node]
        if word == "ago" and any(document.lemmas[c] in _LONG_UNITS for c in document.children[node]):
            return True
        dated = published is not None and document.entity[node] == "DATE" and _YEAR.match(word)
        if "at" in document.lower[max(0, node - 2) : node]:
            continue  # "At approximately 1915 GMT": a time of day.
        # January tells of December.
        if dated and published and int(word) < published.year - (published.month == 1):
            return True
        if word in ("last", "previous") and document.lemmas[document.heads[node]] in ("year", "decade", "century"):
            return True
    return False


def _is_staged(document: Document, token: int) -> bool:
    """Whether a word tells what a drill plays or a film or book tells ("an exercise in which gunmen opened fire")."""
    node = token
    for head in document.ancestors(token):
        pos, lemma = document.pos[head], document.lemmas[head]
        if pos == "NOUN" and document.deps[node] in _TOLD_BY and _held(("staged", "told_in"), lemma):
            return True
        if pos == "VERB" and _held(("telling",), lemma) and _tells_in_work(document, head):
            return True
        node = head
    return False


def _held(kinds: tuple[Literal["staged", "told_in", "telling"], ...], lemma: str) -> bool:
    return any((kind, lemma) in cues() for kind in kinds)


def _tells_in_work(document: Document, verb: int) -> bool:
    """Whether what a verb tells is told by a work or in one: "the film tells how", "in her book she describes"."""
    for child in document.children[verb]:
        if document.deps[child] == "nsubj":
            named = (child, *(c for c in document.children[child] if document.deps[c] == "appos"))
        elif document.lower[child] == "in":
            named = tuple(document.children[child])
        else:
            continue
        if any(_held(("told_in",), document.lemmas[c]) for c in named):
            return True
    return False


def _clause(document: Document, token: int) -> list[int]:
    """The tokens of the clause that ``token`` heads or stands in, without clauses below it."""
    head = token
    for _ in range(_MAX_CLIMB):
        if document.pos[head] in ("VERB", "AUX") or document.heads[head] == head:
            break
        head = document.heads[head]
    found, stack = [], [head]
    while stack:
        node = stack.pop()
        found.append(node)
        for child in document.children[node]:
            if document.deps[child] not in ("ccomp", "relcl", "advcl", "conj", "parataxis") or child == token:
                stack.append(child)
    return found


class _Reader:
    """Collects the cues on the way from a word up to the root of its sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.negated = self.hypothetical = self.planned = self.historical = False
        self.source: Tokens | None = None

    def own(self, token: int) -> None:
        """Cues that hang on the word itself."""
        document = self.document
        for child in document.children[token]:
            dep, word = document.deps[child], document.lower[child]
            if dep in ("det", "advmod", "preconj") and is_negation(document, child):
                self.negated = True
            elif dep in ("amod", "compound", "advmod"):
                self._apply(cues().get(("modifier", document.lemmas[child]), frozenset()))
            elif dep in ("nsubj", "nsubjpass", "dobj"):
                self.negated |= self._is_none(child)
            else:
                self._mood(dep, word)

    def _mood(self, dep: str, word: str) -> None:
        """A negation, auxiliary or condition that hangs on a verb: "could have been killed" did not surely happen."""
        if dep == "neg":
            self.negated = True
        elif dep == "aux" and word in _MODALS:
            self.hypothetical = True
        elif dep == "aux" and word in _FUTURE:
            self.planned = True
        elif dep == "mark" and word in _CONDITIONS:
            self.hypothetical = True

    def _is_none(self, noun: int) -> bool:
        """Whether a noun phrase means nobody ("no one", "no group", "none of them")."""
        document = self.document
        if document.lower[noun] in _NOBODY:
            return True
        return any(document.lower[c] == "no" and is_negation(document, c) for c in document.children[noun])

    def above(self, token: int) -> None:
        """Cues that govern the word."""
        document, node = self.document, token
        for _ in range(_MAX_CLIMB):
            head, dep = document.heads[node], document.deps[node]
            if head == node or dep not in _CLIMBED:
                return
            pos = document.pos[head]
            if pos in ("VERB", "AUX"):
                self._under_verb(node, head, dep)
                if dep == "nsubj" and node == token and document.tags[token] == "NNS":
                    # "Shootings fell by a fifth" counts many.
                    self._apply(cues().get(("trend_verb", document.lemmas[head]), frozenset()))
                if dep in ("nsubj", "nsubjpass", "relcl"):
                    self._clause_of(head)
                    return
            elif pos == "ADP":
                if document.lower[head] == "without":
                    self.negated = True
            elif pos in ("NOUN", "PROPN"):
                if dep in ("relcl", "acl", "poss", "appos", "conj", "amod") and not (
                    dep == "acl" and self._infinitive(node)
                ):
                    if dep != "conj" and not (dep in ("acl", "relcl") and self._said_in(head, node)):
                        return
                else:
                    self._apply(cues().get(("noun", document.lemmas[head]), frozenset()))
                    self._apply(cues().get(("phrase_noun", document.lemmas[head]), frozenset()))
                    if any(document.lower[c] in _NEGATIVES for c in document.children[head]):
                        self.negated = True
            node = head

    def _said_in(self, noun: int, verb: int) -> bool:
        """ "Said in a statement that its fighters attacked": the clause that the parse ties to the statement."""
        document = self.document
        return document.deps[noun] == "pobj" and any(
            document.deps[c] == "mark" and document.lower[c] == "that" for c in document.children[verb]
        )

    def _infinitive(self, verb: int) -> bool:
        return any(self.document.lower[c] == "to" for c in self.document.children[verb])

    def _definite(self, noun: int) -> bool:
        return any(self.document.lower[c] in _DEFINITE for c in self.document.children[noun])

    def _under_verb(self, node: int, verb: int, dep: str) -> None:
        document = self.document
        effects = cues().get(("verb", document.lemmas[verb]), frozenset())
        if dep in ("ccomp", "xcomp", "dobj", "pcomp", "prep", "parataxis", "nsubjpass"):
            if dep in ("prep", "nsubjpass", "dobj"):
                effects = effects - {"hypothesize", "try", "threaten"}
            if dep == "dobj" and not self._definite(node):
                # "planning an attack"; but who "planned the attack" did more.
                effects = effects | cues().get(("verb_object", document.lemmas[verb]), frozenset())
            if dep == "prep":
                effects = effects - {"negate", "foil"}
            if dep in ("ccomp", "parataxis"):
                effects = effects - {"try"}
            if (effects & {"try", "threaten", "hypothesize"} and dep == "xcomp") or "attribute" not in effects:
                self._apply(effects)
            else:
                self._attribute(verb)
        if dep in ("conj", "xcomp", "dobj", "prep", "ccomp", "pobj", "nsubjpass", "attr"):
            self._clause_of(verb)

    def _clause_of(self, verb: int) -> None:
        """A modal, condition or negation on the governing verb holds for what it governs."""
        document = self.document
        if document.lemmas[verb] in attributing_verbs():
            return
        for child in document.children[verb]:
            self._mood(document.deps[child], document.lower[child])

    def _attribute(self, verb: int) -> None:
        if self.source is not None or held_to_be(self.document, verb):
            return
        document = self.document
        for child in document.children[verb]:
            if document.deps[child] in ("nsubj", "agent"):
                self.source = document.phrase_of.get(child, (child, child + 1))
                return
        # The parser may cut a sentence between an acronym and its verb: "SOHR | reported that".
        if verb > 0 and document.pos[verb - 1] == "PROPN":
            self.source = document.phrase_of.get(verb - 1, (verb - 1, verb))

    def _apply(self, effects: frozenset[str]) -> None:
        if "negate" in effects:
            self.negated = True
        if effects & {"foil", "try", "threaten"}:
            self.planned = True
        if "hypothesize" in effects:
            self.hypothetical = True
        if "historical" in effects:
            self.historical = True
