"""Armed groups: finding those of the lexicon, and those that the text introduces with an abbreviation of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from incidentparse.language.actor_nouns import actor_noun, is_group_head
from incidentparse.language.countries import countries_in
from incidentparse.language.document import Document
from incidentparse.language.folding import fold
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.language.named_words import named_words
from incidentparse.language.party import Party
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import ActorKind

# An abbreviation stands right behind the name that it shortens; no name is longer in words.
_LONGEST_NAME = 10
_SMALL_WORDS = frozenset("of the for and in de la del du des et al el e i y".split())


# What the model calls places and peoples: "Homs rebels", "Tuareg militants" are nobody's name.
_NO_GROUPS = frozenset({"GPE", "LOC", "NORP", "FAC", "DATE", "EVENT", "LANGUAGE"})


class ArmedGroup(LexiconEntry):
    """A named group, as ``lexicons/armed_groups.jsonl`` and ``lexicons/state_forces.jsonl`` have it."""

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
    named = {hit.value.code for hit in countries_in(document)}
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
    parties.extend(_headed(document, taken | {t for p in parties for t in range(p.start, p.end)}))
    parties.extend(_of_bodies(document, taken | {t for p in parties for t in range(p.start, p.end)}))
    return sorted(parties, key=lambda p: p.start)


def _written(document: Document, hit: Hit[tuple[GroupForm, ...]], form: GroupForm) -> bool:
    """Whether the case fits: abbreviations in capitals, names with a capital."""
    words = document.words[hit.start : hit.end]
    if form.acronym:
        return any(w.isupper() or sum(c.isupper() for c in w) > 1 for w in words)
    return any(w[:1].isupper() for w in words)


def _choose(document: Document, hit: Hit[tuple[GroupForm, ...]], named: set[str], sure: set[str]) -> GroupForm | None:
    written = [form for form in hit.value if _written(document, hit, form)]
    if _before_name(document, hit):
        written = [form for form in written if not (form.weak and form.acronym)]
    for form in written:
        if form.group.name in sure or named.intersection(form.group.countries):
            return form
    backed = _among_fighters(document, hit)
    # Where other countries are named, a form that means it only in its own means somebody else.
    written = [form for form in written if not (form.weak and named)]
    return next((form for form in written if not form.weak or backed), None)


def _before_name(document: Document, hit: Hit[tuple[GroupForm, ...]]) -> bool:
    """ "SSP Operations Asad Mir": a rank written in capitals, with its bearer behind it."""
    after = hit.end
    named = after < len(document) and document.pos[after] == "PROPN" and document.words[after].istitle()
    return named and document.heads[hit.end - 1] >= after and document.deps[hit.end - 1] == "compound"


def _among_fighters(document: Document, hit: Hit[tuple[GroupForm, ...]]) -> bool:
    """ "KIA rebels", "suspected TTP": a word of fighters stands beside the name."""
    after = hit.end
    if after < len(document) and actor_noun(document, after) is not None:
        return True
    return hit.start > 0 and document.lower[hit.start - 1] == "suspected"


def _introduced(document: Document, taken: set[int]) -> Iterator[Party]:
    """ "the Karo Liberation Front (KLF)" and each later "KLF"."""
    known: dict[str, Party] = {}
    states = {t for hit in countries_in(document) for t in range(hit.start, hit.end)}
    for token in range(2, len(document) - 1):
        word = document.words[token]
        if document.words[token - 1] != "(" or document.words[token + 1] != ")" or token in taken or not word.isupper():
            continue
        start = _spelled_out(document, token - 1, word)
        if start is None or not taken.isdisjoint(range(start, token)):
            continue
        kind = _kind_of_name(document.folded[start : token - 1], of_state=not states.isdisjoint(range(start, token)))
        if kind is not None:
            known[word] = _named(start, token - 1, document.slice(start, token - 1), f"group:{word}", kind)
            yield known[word]
    for token, word in enumerate(document.words):
        if word in known and token not in taken:
            yield _named(token, token + 1, known[word].name, known[word].key, known[word].kind)


def _named(start: int, end: int, name: str, key: str, kind: ActorKind) -> Party:
    return Party(start, end, name, key, kind, "acronym", plural=True)


def _kind_of_name(words: list[str], *, of_state: bool) -> ActorKind | None:
    """What sort of body bears a name, None for those that do no violence and for forces known by their country."""
    regular = not named_words("regular units").isdisjoint(words) or (
        of_state and words[-1] in named_words("words of state forces")
    )
    if not named_words("offices").isdisjoint(words) or (regular and of_state):
        return None
    if "police" in words:
        return ActorKind.POLICE
    return ActorKind.STATE_FORCES if regular else ActorKind.ARMED_GROUP


def _headed(document: Document, taken: set[int]) -> Iterator[Party]:
    """Names that no lexicon has and that their last word tells for a group's: "the Sawaiq al-Rahman Brigade"."""
    states = {t for hit in countries_in(document) for t in range(hit.start, hit.end)}
    for token in range(1, len(document)):
        word = document.folded[token]
        if (
            word not in named_words("last words of groups")
            or token in taken
            or not _capital(document, token)
            or document.words[token].isupper()
        ):
            continue
        start = token
        while start > 0 and token - start < _LONGEST_NAME and _in_name(document, start - 1) and start - 1 not in taken:
            start -= 1
        while start < token and document.folded[start] in _SMALL_WORDS:
            start += 1
        words = document.folded[start:token]
        following = token + 1 < len(document) and _capital(document, token + 1)
        regular = not states.isdisjoint(range(start, token)) or not named_words("regular units").isdisjoint(words)
        if start == token or regular or following or any(w[:1].isdigit() for w in words):
            continue
        name = document.slice(start, token + 1)
        yield _named(start, token + 1, name, f"group:{fold(name)}", ActorKind.ARMED_GROUP)


def _of_bodies(document: Document, taken: set[int]) -> Iterator[Party]:
    """ "the Kraze Mon gang", "400 Mawozo gangsters": a name that no lexicon has before a noun for armed people."""
    for token in range(1, len(document)):
        kind = _kind_of_body(document.lower[token])
        if kind is None or token in taken or document.pos[token - 1] != "PROPN":
            continue
        start = token
        while start > 0 and token - start < _LONGEST_NAME and start - 1 not in taken and _of_name(document, start - 1):
            start -= 1
        while start < token and document.folded[start] in _SMALL_WORDS:
            start += 1
        if start < token:
            name = document.slice(start, token)
            yield Party(start, token, name, f"group:{fold(name)}", kind, "acronym", plural=True)


def _kind_of_body(word: str) -> ActorKind | None:
    """What a body is by the noun that stands behind its name."""
    if word in named_words("criminal bodies"):
        return ActorKind.CRIMINAL_GROUP
    return ActorKind.ARMED_GROUP if word in named_words("armed bodies") else None


def _of_name(document: Document, token: int) -> bool:
    """A word of a group's own name: no place and no people, whose militias have no other name."""
    if (
        document.entity[token] in _NO_GROUPS
        or document.folded[token] in named_words("sides")
        or document.pos[token] not in ("PROPN", "NUM", "ADP", "DET")
    ):
        return False
    word = document.words[token]
    return (
        word[:1].isupper()
        or document.folded[token] in _SMALL_WORDS
        or (word.isdigit() and document.pos[token] == "NUM")
    )


def in_group_name(document: Document, token: int) -> bool:
    """Whether a place is part of a group's name: the Levant of the Islamic State of Iraq and the Levant."""
    names = group_index("armed_groups.jsonl")
    first = max(document.sentence(token).start, token - _LONGEST_NAME)
    hits = (names.match(document.folded, start, token + 1) for start in range(first, token))
    return any(hit is not None and hit.end > token for hit in hits)


def _capital(document: Document, token: int) -> bool:
    return document.words[token][:1].isupper()


def _in_name(document: Document, token: int) -> bool:
    """A capitalised word, a small word or a hyphen between them; a sentence's first word may be anything."""
    word = document.words[token]
    if word == "-" or (word.islower() and document.folded[token] in _SMALL_WORDS):
        return token > 0 and (_capital(document, token - 1) or document.folded[token - 1] in _SMALL_WORDS)
    inside = token > document.sentence(token).start or document.pos[token] == "PROPN"
    return word[:1].isupper() and not word.isupper() and document.pos[token] in ("PROPN", "NOUN", "ADJ") and inside


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
