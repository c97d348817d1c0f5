"""The people of an incident, each once: its targets and the groups of its casualty figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from incidentparse.language.people import PersonNoun
from incidentparse.language.target_nouns import TargetNoun
from incidentparse.lexicons import load_lexicon
from incidentparse.record import CasualtyReport, Category, Count, Effect, Incident, Side, TargetKind
from tests.benchmarks.muc4_conventions import AT_LARGE
from tests.benchmarks.muc4_form import upper

# What became of people, the graver first.
_EFFECTS = (Effect.KILLED, Effect.INJURED, Effect.ABDUCTED, Effect.MISSING, Effect.RELEASED, Effect.NONE)
_OF_STATUS = {"killed": Effect.KILLED, "injured": Effect.INJURED, "abducted": Effect.ABDUCTED}
# Categories that hold people of one kind, whatever they are called; the others hold all sorts.
_ONE_KIND = {Category.RELIGIOUS, Category.JOURNALIST, Category.DIPLOMAT, Category.JUDICIAL}
_LONGEST_NAME = 4
_SMALL = frozenset("A AN THE OF IN AT ON FROM BY AND HIS HER THEIR ITS WHO WITH FOR TO SOME SEVERAL OTHER".split())


@dataclass(frozen=True, slots=True)
class Person:
    """A human target: its name, description, category, number, nation, what became of it, and how often it is told of.

    ``counted`` is one that only a casualty figure tells of.
    """

    name: str | None
    description: str | None
    category: Category
    count: Count | None
    country_code: str | None
    effect: Effect
    counted: bool = False
    mentions: int = 1

    @property
    def label(self) -> str:
        """Its name, else what it is called."""
        return self.name or self.description or ""

    @property
    def words(self) -> frozenset[str]:
        """The words of its label that say something, singular and plural alike."""
        return _words(self.label)

    @property
    def head(self) -> str:
        """The noun of its description."""
        words = (self.description or "").split(" OF ")[0].split()
        return _stem(words[-1]) if words else ""

    @property
    def single(self) -> bool:
        """Whether it is one person."""
        if self.count is not None:
            return self.count.max == 1
        return self.name is not None or not (self.label.endswith("S") or "PEOPLE" in self.label)


def people_of(incident: Incident) -> list[Person]:
    """The human targets of an incident, each once, in their order."""
    found = [
        Person(*_split(upper(t.description), upper(t.name) if t.name else None), t.category, t.count, t.country_code,
               t.effect)
        for t in incident.targets
        if t.kind is TargetKind.PERSON and t.description
    ]  # fmt: skip
    for report in incident.casualties.reports:
        effect = _OF_STATUS.get(report.status)
        group = report.group or at_large(report)
        if effect is None or report.side is Side.PERPETRATOR or report.count.min == 0 or not group:
            continue
        name = _split(upper(group), None)
        found.append(Person(*name, report.category, report.count, report.country_code, effect, counted=True))
    merged: list[Person] = []
    for person in found:
        if person.category is Category.ARMED_GROUP or _is_thing(person):
            continue
        same = next((n for n, known in enumerate(merged) if _same(known, person, merged)), None)
        if same is None:
            merged.append(person)
        else:
            merged[same] = _joined(merged[same], person)
    return merged


def at_large(report: CasualtyReport) -> str | None:
    """What people in general are called where a figure is told of them: "people", "others", "injured"."""
    words = [word for span in report.evidence for word in upper(span.text).split()]
    return next((word for word in AT_LARGE if word in words), None)


def _split(description: str, name: str | None) -> tuple[str | None, str | None]:
    """Name and description apart: the words behind the last noun for people are a name."""
    if name:
        return name, description.replace(name, "").strip(" ,") or None
    words = description.split()
    noun = max((n for n, word in enumerate(words) if word in _nouns()), default=-1)
    rest = words[noun + 1 :]
    if noun < 0 or not 0 < len(rest) <= _LONGEST_NAME or not all(_in_name(word) for word in rest):
        return None, description or None
    return " ".join(rest), " ".join(words[: noun + 1])


def _in_name(word: str) -> bool:
    return word.isalpha() and word not in _SMALL and word not in _things() and not word.endswith(("ED", "ING"))


def _is_thing(person: Person) -> bool:
    words = (person.description or "").split(" OF ")[0].split()
    return bool(words) and person.name is None and words[-1] in _things() and words[-1] not in _nouns()


def _same(known: Person, person: Person, among: Sequence[Person]) -> bool:
    if known.name and person.name:
        return _words(known.name) <= _words(person.name) or _words(person.name) <= _words(known.name)
    if known.name or person.name:
        named, other = (known, person) if known.name else (person, known)
        if not other.single:
            return False
        if _stem((named.name or "").split()[-1]) in other.words:
            return True
        # "the general" is the general whose name was told, if only one was.
        return bool(named.head) and named.head == other.head and sum(p.head == named.head for p in among) == 1
    if known.single != person.single or _counts_differ(known.count, person.count):
        return False
    if known.head in AT_LARGE and {known.effect, person.effect} == {Effect.KILLED, Effect.INJURED}:
        return False
    if known.head == person.head or known.words <= person.words or person.words <= known.words:
        return True
    return known.category is person.category and known.category in _ONE_KIND and not known.single


def _counts_differ(one: Count | None, other: Count | None) -> bool:
    return one is not None and other is not None and (one.min, one.max) != (other.min, other.max)


def _joined(known: Person, person: Person) -> Person:
    names = [p.name for p in (known, person) if p.name]
    told = [p.description for p in (known, person) if p.description]
    if names:
        told = [d for d in told if _stem(max(names, key=len).split()[-1]) not in _words(d)]
    return replace(
        known,
        name=max(names, key=len) if names else None,
        description=told[0] if told else None,
        category=known.category if known.category is not Category.CIVILIAN else person.category,
        count=known.count or person.count,
        country_code=known.country_code or person.country_code,
        effect=next((e for e in _EFFECTS if e in (known.effect, person.effect)), known.effect),
        counted=known.counted and person.counted,
        mentions=known.mentions + 1,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in text.split() if word not in _SMALL) or frozenset(text.split())


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("S") and not word.endswith("SS") else word


@cache
def _nouns() -> frozenset[str]:
    return _lasts(form for entry in load_lexicon("people.jsonl", PersonNoun) for form in (entry.noun, entry.plural))


@cache
def _things() -> frozenset[str]:
    entries = [entry for entry in load_lexicon("target_nouns.jsonl", TargetNoun) if entry.use == "noun"]
    return _lasts(form for entry in entries for form in (entry.noun, entry.plural))


def _lasts(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(upper(phrase).split()[-1] for phrase in phrases if phrase)
