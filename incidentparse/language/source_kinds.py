"""Who can be a source, and of what kind: publishers and bodies by name, and nouns of those who speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from incidentparse.language.bounds import short_titles
from incidentparse.language.document import Document
from incidentparse.language.groups import group_index
from incidentparse.language.lexicon import PhraseIndex
from incidentparse.language.named_words import named_words
from incidentparse.language.people import people_index
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind, SourceKind

Rank = Literal["affiliation", "role", "document"]

OUTLETS = frozenset({SourceKind.NEWS_AGENCY, SourceKind.NEWSPAPER, SourceKind.BROADCASTER})
_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MILITANT = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP})
# A longer word of capitals is a headline's, not an acronym.
_ACRONYM = 6


class KindEntry(LexiconEntry):
    """A line of ``source_kinds.jsonl``: nouns and phrases that tell the kind of a source.

    Attributes:
        kind: the kind.
        rank: "affiliation": whom the source belongs to, which decides before a "role" such as spokesman or resident;
            "document": a text or recording that speaks for somebody.
        person: the words are ranks and offices of one person.
        words: the words, in all forms.
    """

    kind: SourceKind
    rank: Rank
    person: bool = False
    words: tuple[str, ...]


class PublisherEntry(LexiconEntry):
    """A line of ``publishers.jsonl``: an agency, outlet, monitor or body known by its name."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class KindWord:
    """What a word says of a source: kind, rank, whether it is one person's office, and the place of its line."""

    kind: SourceKind
    rank: Rank
    person: bool
    order: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """One written form of a publisher, and what it is."""

    name: str
    form: str
    kind: SourceKind


@cache
def _kind_words() -> PhraseIndex[KindWord]:
    words = [
        (word, KindWord(entry.kind, entry.rank, entry.person, order))
        for order, entry in enumerate(load_lexicon("source_kinds.jsonl", KindEntry))
        for word in entry.words
    ]
    kinds = dict(reversed(words))
    # "Gov." and "Supt." are offices; "Dr." may be anybody's.
    offices = [
        (form, kinds[title])
        for short, title in short_titles().items()
        if title in kinds and kinds[title].person
        for form in (short, f"{short}.")
    ]
    return PhraseIndex([*words, *offices])


@cache
def _publishers() -> PhraseIndex[Publisher]:
    entries = load_lexicon("publishers.jsonl", PublisherEntry)
    return PhraseIndex(
        (form, Publisher(entry.name, form, entry.kind)) for entry in entries for form in (entry.name, *entry.aliases)
    )


def find_publisher(document: Document, start: int, end: int) -> tuple[int, int, Publisher] | None:
    """The first publisher named in tokens ``start`` to before ``end``, written with its capitals."""
    return next(find_publishers(document, start, end), None)


def find_publishers(document: Document, start: int, end: int) -> Iterator[tuple[int, int, Publisher]]:
    """The publishers named in tokens ``start`` to before ``end``, in order."""
    for hit in _publishers().find(document.folded, start, end):
        written = document.slice(hit.start, hit.end)
        form = hit.value.form
        if len(form) <= _ACRONYM and form.isupper():
            matches = written.replace(".", "") == form.replace(".", "")
        else:
            # "the Associated Press" has its article in small letters.
            # Some write themselves small: "dpa".
            matches = written[0].isupper() or (form.startswith("The ") and written[4:5].isupper()) or written == form
        if matches:
            yield hit.start, hit.end, hit.value


def is_document(document: Document, head: int) -> bool:
    """Whether a noun is a text or recording rather than its author ("the statement", "a video")."""
    hit = _kind_words().match(document.folded, head, head + 1)
    return hit is not None and hit.value.rank == "document"


def is_role(document: Document, token: int) -> bool:
    """Whether a word is an office, rank or body of a source ("Capt.", "minister", "police")."""
    hit = _kind_words().match(document.folded, token, token + 1)
    if hit is not None:
        return hit.value.rank != "document"
    # "Maj.-Gen." and "Lt." are one token each.
    return any(part in short_titles() for part in document.folded[token].replace(".", "").split("-"))


def is_office(document: Document, token: int) -> bool:
    """Whether a word is the rank or office of one person ("director", "Colonel")."""
    hit = _kind_words().match(document.folded, token, token + 1)
    return hit is not None and hit.value.person


def names_speaker(document: Document, start: int, end: int, head: int) -> bool:
    """Whether tokens ``start`` to before ``end`` with the noun ``head`` can say something: people, bodies, outlets."""
    if document.entity[head] in _SPEAKING_ENTITIES or document.pos[head] == "PROPN":
        return True
    hits = [hit for hit in _kind_words().find(document.folded, start, end) if hit.value.rank != "document"]
    if any(hit.start <= head < hit.end for hit in hits):
        return True
    if people_index().match(document.folded, head, head + 1) is not None or "PERSON" in document.entity[head + 1 : end]:
        return True
    return find_publisher(document, start, end) is not None


def sees_for_itself(document: Document, start: int, end: int) -> bool:
    """Whether a source tells what it saw: a witness, or the reporter of an outlet."""
    if named_words("reporters").intersection(document.folded[start:end]):
        return True
    publisher = find_publisher(document, start, end)
    if publisher is not None and publisher[2].kind in OUTLETS:
        return True
    return read_kind(document, start, end) is SourceKind.WITNESS


def names_outlet(document: Document, start: int, end: int) -> bool:
    """Whether tokens ``start`` to before ``end`` name an outlet: a news agency, newspaper or broadcaster."""
    return "PROPN" in document.pos[start:end] and read_kind(document, start, end) in OUTLETS


def read_kind(document: Document, start: int, end: int) -> SourceKind:
    """The kind of the source named in tokens ``start`` to before ``end``.

    A publisher's own kind goes before the affiliation, the affiliation before the role ("police spokesman": police);
    a named person without either is a witness.
    """
    publisher = find_publisher(document, start, end)
    hits = [hit for hit in _kind_words().find(document.folded, start, end) if not in_seat(document, hit.start)]
    if publisher is not None and publisher[1] - publisher[0] > 1:
        # "Doctors Without Borders" are no doctors.
        outside = [hit for hit in hits if not publisher[0] <= hit.start < publisher[1]]
        hits = outside if any(hit.value.rank == "affiliation" for hit in outside) else hits
    hits.sort(key=lambda hit: (hit.value.order, hit.start))
    ranks = {rank: [h.value.kind for h in hits if h.value.rank == rank] for rank in ("affiliation", "role", "document")}
    if publisher is not None and publisher[0] <= start + 1 and _whole(document, publisher[1], end):
        return publisher[2].kind
    if named_words("anonymous").intersection(document.folded[start:end]):
        return SourceKind.ANONYMOUS
    affiliations = [(hit.start, hit.end) for hit in hits if hit.value.rank == "affiliation"]
    if _names_militants(document, start, end, affiliations):
        return SourceKind.MILITANT
    if ranks["affiliation"][:1] == [SourceKind.MILITARY] and _ranks_of_police(document, start, end):
        return SourceKind.POLICE
    for kinds in ranks.values():
        if kinds:
            return kinds[0]
    if publisher is not None:
        return publisher[2].kind
    labels = document.entity[start:end]
    if "PERSON" in labels:
        return SourceKind.WITNESS
    return SourceKind.OFFICIAL if "GPE" in labels else SourceKind.OTHER


def apposed_kind(document: Document, head: int) -> KindWord | None:
    """What the noun in apposition to a name tells of its kind: "Sola Watch, an association that …".

    ``person`` is true of the nouns of people too.
    """
    for child in document.children[head]:
        if document.deps[child] == "appos" and document.pos[child] == "NOUN":
            hit = _kind_words().match(document.folded, child, child + 1)
            if hit is None or hit.value.rank == "document":
                return None
            people = people_index().match(document.folded, child, child + 1) is not None
            return replace(hit.value, person=hit.value.person or people)
    return None


def in_seat(document: Document, token: int) -> bool:
    """Part of where a body sits or under whom: "Britain" and "based" in "the Britain-based group", "Hamas-run"."""
    if document.lower[token] in named_words("seated"):
        return document.lower[token] == "based" or document.lower[token - 1] == "-"
    return document.lower[token + 1 : token + 2] == ["-"] and not named_words("seated").isdisjoint(
        document.lower[token + 2 : token + 3]
    )


def _whole(document: Document, position: int, end: int) -> bool:
    """Whether the name of a publisher is all that a source is called, but for its reporters: "AFP journalists"."""
    return all(document.folded[token] in named_words("reporters") for token in range(position, end))


def _ranks_of_police(document: Document, start: int, end: int) -> bool:
    """Whether a rank that police share with armies is told in an article where only police are at work."""
    shared = named_words("ranks of police too").intersection(word.rstrip(".") for word in document.folded[start:end])
    article = document.folded
    police, army = named_words("police at work"), named_words("soldiers at work")
    return bool(shared) and not police.isdisjoint(article) and army.isdisjoint(article)


def _names_militants(document: Document, start: int, end: int, affiliations: list[Tokens]) -> bool:
    """Whether an armed group is named, by a form that means nothing else: "a member of the Karo Front".

    Words that tell another affiliation count only outside the group's name: "the Karo Liberation Army".
    """
    return any(
        document.words[hit.start][:1].isupper()
        and any(f.group.kind in _MILITANT and not f.weak for f in hit.value)
        and all(hit.start <= first and last <= hit.end for first, last in affiliations)
        for hit in group_index("armed_groups.jsonl").find(document.folded, start, end)
    )
