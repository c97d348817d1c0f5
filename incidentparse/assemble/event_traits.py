"""What an event word, its arguments and its part of the sentence say that tells incidents apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from incidentparse.assemble.dating import Days, sense_of
from incidentparse.language.document import Document
from incidentparse.mentions import EventMention, PlaceMention, Tokens
from incidentparse.record import IncidentType

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_INDEFINITE = frozenset({"a", "an", "several", "two", "three", "some"})
_ANOTHER = frozenset({"another", "other", "others", "second", "third", "fourth", "new", "similar", "separate"})
_ALSO = frozenset({"also", "later", "meanwhile", "simultaneously", "earlier", "moreover", "furthermore"})
# A place that opens a sentence stands behind so many words at most: "in the nearby town of".
_FRONT = 5
# An event word joined to the one above it by these tells a deed beside it, not a part of it.
_JOINING = frozenset({"conj", "parataxis", "ccomp", "dep"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event word and its part of the sentence say that tells incidents apart.

    Attributes:
        trigger: its token.
        above: the token of the nearest event word that governs it, or None.
        joined: a conjunction or clause of its own lies between the two.
        sentence: number of its sentence.
        paragraph: number of its paragraph.
        opens: it is the first event word of its paragraph.
        opens_sentence: it is the first event word of its sentence.
        type: its first meaning, or None.
        sense: the sense of its frame.
        days: the days stated for it, or None.
        places: folded names of places in its part of the sentence.
        names: folded words of names of persons there.
        victims: head words of those that it hit.
        named: folded words of the names among them.
        counts: their numbers, as written.
        agents: head words of those who did it.
        patient: how the first of those hit are told of: "definite", "indefinite", "another", "name", "pronoun", "bare",
            or "none".
        form: "definite", "indefinite", "another", "bare" or "verb".
        marks: "more" with an adverb that tells of more ("also"), "had" where it lies before what was told, "plural",
            "another subject" of "another bomb exploded", "fronted" behind a place that opens its sentence ("In
            Lahore, a man …").
        cues: what phrases before it in its sentence tell of other incidents.
    """

    trigger: int
    above: int | None
    joined: bool
    sentence: int
    paragraph: int
    opens: bool
    opens_sentence: bool
    type: IncidentType | None
    sense: str
    days: Days | None
    places: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    named: frozenset[str]
    counts: frozenset[str]
    agents: frozenset[str]
    patient: str
    form: str
    marks: frozenset[str]
    cues: frozenset[str]


class Governors:
    """Which event word governs each token of a sentence that has event words."""

    def __init__(self, document: Document, events: Sequence[EventMention]) -> None:
        self._document = document
        self._triggers = {e.trigger for e in events}
        self._known: dict[int, int | None] = {}
        self._above: dict[int, tuple[int | None, bool]] = {}

    def of(self, token: int) -> int | None:
        """The event word at or nearest above a token, or None."""
        path = []
        node = token
        while node not in self._known:
            path.append(node)
            if node in self._triggers:
                self._known[node] = node
                break
            head = self._document.heads[node]
            if head == node:
                self._known[node] = None
                break
            node = head
        found = self._known[node]
        for passed in path:
            self._known[passed] = found
        return found

    def above(self, trigger: int) -> tuple[int | None, bool]:
        """The event word that governs another, and whether a clause of its own or a conjunction lies between."""
        if trigger not in self._above:
            self._above[trigger] = self._read_above(trigger)
        return self._above[trigger]

    def _read_above(self, trigger: int) -> tuple[int | None, bool]:
        head = self._document.heads[trigger]
        if head == trigger:
            return None, False
        found = self.of(head)
        joined, node = False, trigger
        while found is not None and node != found:
            joined = joined or self._document.deps[node] in _JOINING
            node = self._document.heads[node]
        return found, joined


class TraitReader:
    """Reads the traits of the event words of a document."""

    def __init__(
        self, document: Document, events: Sequence[EventMention], places: Mapping[int, Sequence[PlaceMention]]
    ) -> None:
        self._document = document
        self.governors = Governors(document, events)
        self._places = places
        self._first_of_paragraph: dict[int, int] = {}
        self._first_of_sentence: dict[int, int] = {}
        for event in events:
            sentence = document.sentence(event.trigger)
            self._first_of_paragraph.setdefault(sentence.paragraph, event.trigger)
            self._first_of_sentence.setdefault(sentence.index, event.trigger)

    def read(self, event: EventMention, days: Days | None, cues: Collection[str]) -> Traits:
        """The traits of an event word; its days and the cues before it are found elsewhere."""
        document = self._document
        sentence = document.sentence(event.trigger)
        above, joined = self.governors.above(event.trigger)
        placed = {word for p in self._places.get(sentence.index, ()) for word in document.folded[slice(*p.name)]}
        return Traits(
            trigger=event.trigger,
            above=above,
            joined=joined,
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            opens=self._first_of_paragraph[sentence.paragraph] == event.trigger,
            opens_sentence=self._first_of_sentence[sentence.index] == event.trigger,
            type=event.types[0] if event.types else None,
            sense=sense_of(event),
            days=days,
            places=self.places(event),
            names=frozenset(
                document.folded[t]
                for t in sentence
                if document.entity[t] == "PERSON" and document.folded[t] not in placed and self._near(t, event.trigger)
            ),
            victims=_heads(document, event.patients),
            named=frozenset(
                document.folded[t]
                for phrase in event.patients
                for t in range(*phrase)
                if document.pos[t] == "PROPN" and document.folded[t] not in placed
            ),
            counts=frozenset(
                document.lower[t] for phrase in event.patients for t in range(*phrase) if document.pos[t] == "NUM"
            ),
            agents=_heads(document, event.agents),
            patient=_told_as(document, event.patients[0]) if event.patients else "none",
            form=_form(document, event.trigger),
            marks=_marks(document, event.trigger) | self._fronted(event.trigger),
            cues=frozenset(cues),
        )

    def places(self, event: EventMention) -> frozenset[str]:
        """The folded names of the places in its part of the sentence."""
        every = self._places.get(self._document.sentence_of[event.trigger], ())
        # "a Palestinian teenager" says nothing of where.
        found = [p for p in every if p.demonym_country is None]
        own = [p for p in found if self.governors.of(p.name[1] - 1) == event.trigger]
        near = own or [p for p in found if self._near(p.name[1] - 1, event.trigger)]
        return frozenset(" ".join(self._document.folded[slice(*p.name)]) for p in near)

    def _fronted(self, trigger: int) -> frozenset[str]:
        """Whether the sentence opens with a place, behind a preposition."""
        sentence = self._document.sentence(trigger)
        first = next((p for p in self._places.get(sentence.index, ()) if p.name[1] <= trigger), None)
        fronted = (
            first is not None
            and first.name[0] - sentence.start <= _FRONT
            and self._document.pos[sentence.start] == "ADP"
        )
        return frozenset({"fronted"}) if fronted else frozenset()

    def _near(self, token: int, trigger: int) -> bool:
        """Whether a token is governed by an event word, by one above it, or by none."""
        governor = self.governors.of(token)
        node: int | None = trigger
        while node is not None and node != governor:
            node = self.governors.above(node)[0]
        return node == governor


def _heads(document: Document, phrases: Sequence[Tokens]) -> frozenset[str]:
    found = set()
    for start, end in phrases:
        head = _head(document, start, end)
        if document.pos[head] in ("NOUN", "PROPN"):
            found.add(document.lemmas[head])
    return frozenset(found)


def _head(document: Document, start: int, end: int) -> int:
    return next((t for t in range(start, end) if not start <= document.heads[t] < end), end - 1)


def _told_as(document: Document, phrase: Tokens) -> str:
    head = _head(document, *phrase)
    if document.pos[head] == "PRON":
        return "pronoun"
    before = set(document.lower[phrase[0] : head])
    article = "another" if before & _ANOTHER else "definite" if before & _DEFINITE else ""
    if article:
        return article
    return "name" if document.pos[head] == "PROPN" else "indefinite" if before & _INDEFINITE else "bare"


def _form(document: Document, token: int) -> str:
    if document.pos[token] not in ("NOUN", "PROPN"):
        return "verb"
    before = {document.lower[child] for child in document.children[token] if child < token}
    if before & _ANOTHER:
        return "another"
    return "definite" if before & _DEFINITE else "indefinite" if before & _INDEFINITE else "bare"


def _marks(document: Document, trigger: int) -> frozenset[str]:
    verb = trigger
    while document.pos[verb] not in ("VERB", "AUX") and document.heads[verb] != verb:
        verb = document.heads[verb]
    found = {"plural"} if document.tags[trigger] in ("NNS", "NNPS") else set()
    for child in document.children[verb]:
        if document.deps[child] == "nsubj" and _ANOTHER.intersection(
            document.lower[grandchild] for grandchild in document.children[child]
        ):
            found.add("another subject")
        elif document.lower[child] in _ALSO:
            found.add("more")
        elif document.deps[child] in ("aux", "auxpass") and document.lower[child] == "had":
            found.add("had")
    return frozenset(found)
