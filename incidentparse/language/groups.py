"""Armed groups: finding those of the lexicon, and those that the text introduces with an abbreviation of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from incidentparse.language.actor_nouns import actor_noun, is_group_head
from incidentparse.language.countries import find_countries
from incidentparse.language.document import Document
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import Hit, PhraseIndex, load_lexicon
from incidentparse.language.party import Party
from incidentparse.record import ActorKind

# An abbreviation stands right behind the name that it shortens; no name is longer in words.
_LONGEST_NAME = 10
_SMALL_WORDS = frozenset("of the for and in de la del du des et al el e i y".split())


class ArmedGroup(BaseModel):
    """A named group, as ``lexicons/armed_groups.jsonl`` and ``lexicons/state_forces.jsonl`` have it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: ActorKind
    countries: tuple[str, ...] = Field(description="Where it is from or active, the first its own.")
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = Field(default=(), description="Forms that mean it only where its country is named.")


@dataclass(frozen=True, slots=True)
class GroupForm:
    """One form of the name of a group."""

    group: ArmedGroup
    acronym: bool
    weak: bool


@cache
def group_index(lexicon: str) -> PhraseIndex[tuple[GroupForm, ...]]:
    """All forms of the names of a lexicon; a form that several groups share has one entry for each."""
    forms: dict[str, list[GroupForm]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for group in load_lexicon(lexicon, ArmedGroup):
        weak = set(group.weak)
        for phrase in (group.name, *group.aliases, *group.acronyms):
            key = fold(phrase)
            spelled.setdefault(key, phrase)
            forms[key].append(GroupForm(group, acronym=phrase in group.acronyms, weak=phrase in weak))
    return PhraseIndex((spelled[key], tuple(found)) for key, found in forms.items())


def read_groups(document: Document) -> list[Party]:
    """The named armed groups, in the order of the text."""
    named = {hit.value.code for hit in find_countries(document)}
    hits = list(group_index("armed_groups.jsonl").find(document.folded))
    sure = {form.group.name for hit in hits for form in hit.value if not form.weak and _written(document, hit, form)}
    parties = []
    for hit in hits:
        form = _choose(document, hit, named, sure)
        if form is not None:
            parties.append(
                Party(
                    hit.start, hit.end, form.group.name, f"group:{form.group.name}", form.group.kind, "group",
                    plural=True,
                    country_code=form.group.countries[0] if len(form.group.countries) == 1 else None,
                )
            )  # fmt: skip
    taken = {token for party in parties for token in range(party.start, party.end)}
    parties.extend(_introduced(document, taken))
    return sorted(parties, key=lambda p: p.start)


def _written(document: Document, hit: Hit[tuple[GroupForm, ...]], form: GroupForm) -> bool:
    """Whether the case fits: abbreviations in capitals, names with a capital."""
    words = document.words[hit.start : hit.end]
    if form.acronym:
        return any(w.isupper() or sum(c.isupper() for c in w) > 1 for w in words)
    return any(w[:1].isupper() for w in words)


def _choose(document: Document, hit: Hit[tuple[GroupForm, ...]], named: set[str], sure: set[str]) -> GroupForm | None:
    written = [form for form in hit.value if _written(document, hit, form)]
    for form in written:
        if form.group.name in sure or named.intersection(form.group.countries):
            return form
    backed = _among_fighters(document, hit)
    return next((form for form in written if not form.weak or backed), None)


def _among_fighters(document: Document, hit: Hit[tuple[GroupForm, ...]]) -> bool:
    """ "KIA rebels", "suspected TTP": a word of fighters stands beside the name."""
    after = hit.end
    if after < len(document) and actor_noun(document, after) is not None:
        return True
    return hit.start > 0 and document.lower[hit.start - 1] == "suspected"


def _introduced(document: Document, taken: set[int]) -> Iterator[Party]:
    """ "the Karo Liberation Front (KLF)" and each later "KLF"."""
    known: dict[str, str] = {}
    for token in range(2, len(document) - 1):
        word = document.words[token]
        if document.words[token - 1] != "(" or document.words[token + 1] != ")" or token in taken or not word.isupper():
            continue
        start = _spelled_out(document, token - 1, word)
        if start is not None and not taken.intersection(range(start, token)):
            known[word] = document.slice(start, token - 1)
            yield Party(start, token - 1, known[word], f"group:{word}", ActorKind.ARMED_GROUP, "acronym", plural=True)
    for token, word in enumerate(document.words):
        if word in known and token not in taken:
            yield Party(token, token + 1, known[word], f"group:{word}", ActorKind.ARMED_GROUP, "acronym", plural=True)


def _spelled_out(document: Document, end: int, acronym: str) -> int | None:
    """First token of the name before ``end`` whose initials are the acronym and that is a group's by its words."""
    letters, grouped = list(acronym.replace(".", "").replace("-", "")), False
    for token in range(end - 1, max(document.sentence(end).start, end - _LONGEST_NAME) - 1, -1):
        word = document.words[token]
        if not word[:1].isalpha() or (word.islower() and word not in _SMALL_WORDS):
            return None
        grouped |= is_group_head(document.folded[token])
        if letters and word[0].upper() == letters[-1]:
            letters.pop()
        elif word.lower() not in _SMALL_WORDS:
            return None
        if not letters:
            return token if grouped else None
    return None
