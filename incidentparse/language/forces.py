"""Forces of states: armies, police and governments, by the words for them and whose they are said to be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from incidentparse.language.actor_nouns import is_violent
from incidentparse.language.countries import countries_in, country_names
from incidentparse.language.document import Document, read_once
from incidentparse.language.grammar import COORDINATORS, PREMODIFIERS
from incidentparse.language.groups import GroupForm, group_index
from incidentparse.language.lexicon import Hit, PhraseIndex
from incidentparse.language.membership import only_side
from incidentparse.language.named_words import named_words
from incidentparse.language.party import Party
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind

_NAMES = {ActorKind.POLICE: "Police Forces of {}", ActorKind.STATE_FORCES: "Military Forces of {}"}
_BEFORE = frozenset({"ADJ", "PROPN", "NOUN", "PART", "PUNCT", "ADV", "NUM"})
_JOINTS = frozenset({"-", "'s", "’s", "'", "’", "–"})
# "President Bashar al-Assad's elite Republican Guard troops": the words before that can tell whose forces they are.
_REACH = 7


class ForceWord(LexiconEntry):
    """A line of ``lexicons/force_words.jsonl``: a word for forces.

    Attributes:
        phrase: as written, singular or plural.
        kind: what sort of actor it means.
        bare: it means a state's forces also without saying whose.
    """

    phrase: str
    kind: ActorKind
    bare: bool = False


class Ruler(LexiconEntry):
    """A line of ``lexicons/rulers.jsonl``: names that stand for the state of a country."""

    country: str
    names: tuple[str, ...]


@cache
def _words() -> PhraseIndex[ForceWord]:
    return PhraseIndex((word.phrase, word) for word in load_lexicon("force_words.jsonl", ForceWord))


@cache
def _rulers() -> PhraseIndex[str]:
    return PhraseIndex((name, ruler.country) for ruler in load_lexicon("rulers.jsonl", Ruler) for name in ruler.names)


def _force_key(kind: ActorKind, country: str | None) -> str:
    """The key of a state's forces: its army with all its branches is one, its police another."""
    branch = "police" if kind is ActorKind.POLICE else "military"
    return f"state:{country or '?'}:{branch}"


def state_party(start: int, end: int, kind: ActorKind, country: str | None, written: str, rule: str) -> Party:
    """The forces of a country, or of a state that the words leave open."""
    plain = ActorKind.POLICE if kind is ActorKind.POLICE else ActorKind.STATE_FORCES
    name = _NAMES[plain].format(country_names()[country]) if country is not None else written
    return Party(start, end, name, _force_key(plain, country), plain, rule, country, plural=True)


def is_governments(words: Iterable[str]) -> bool:
    """Whether the words for forces call them those of the country they are in: "regime forces"."""
    return not named_words("government's").isdisjoint(words)


def read_forces(document: Document, taken: set[int]) -> list[Party]:
    """The forces, in the order of the text; none on the tokens ``taken``."""
    owners = whose(document)
    parties = []
    for hit in _words().find(document.folded):
        if taken.isdisjoint(range(hit.start, hit.end)) and document.pos[hit.end - 1] in ("NOUN", "PROPN"):
            party = _force(document, hit, owners, taken)
            if party is not None and taken.isdisjoint(range(party.start, party.end)):
                parties.extend(_each_owner(document, party, owners))
    held = taken | {token for party in parties for token in range(party.start, party.end)}
    hits = list(group_index("state_forces.jsonl").find(document.folded))
    sure = {form.group.name for hit in hits for form in hit.value if not form.weak}
    codes = {code for code, _ in owners.values()}
    for named in hits:
        form = _likeliest(named.value, sure, codes)
        capital = any(w[:1].isupper() for w in document.words[named.start : named.end])
        if not held.isdisjoint(range(named.start, named.end)) or (
            not capital and form.weak and "coalition" not in document.folded[named.start : named.end]
        ):
            continue
        if form.acronym and not document.words[named.start].isupper():
            continue
        if form.weak and form.acronym and codes.isdisjoint(form.group.countries):
            continue
        if form.weak and _another_body(document, named):
            continue
        country = form.group.countries[0] if form.group.kind is not ActorKind.INTERNATIONAL else None
        if country is not None and _words().match(document.folded, named.end - 1, named.end) is not None:
            # "U.S. military air strikes": the word for forces is no noun there.
            parties.append(state_party(named.start, named.end, form.group.kind, country, form.group.name, "force"))
            continue
        parties.append(
            Party(named.start, named.end, form.group.name, f"force:{form.group.name}", form.group.kind,
                  "force", country, plural=True)
        )  # fmt: skip
    return sorted(parties, key=lambda p: p.start)


def _likeliest(forms: tuple[GroupForm, ...], sure: set[str], codes: set[str]) -> GroupForm:
    """Which of those called alike is meant: "the coalition" is the one named in full, else that of a country named."""
    full = next((form for form in forms if form.group.name in sure), None)
    return full or next((form for form in forms if not codes.isdisjoint(form.group.countries)), forms[0])


def _another_body(document: Document, hit: Hit[tuple[GroupForm, ...]]) -> bool:
    """ "a coalition of rebel groups", "the ruling coalition", "a gang coalition": not the one alone so called."""
    if hit.end < len(document) and document.lower[hit.end] == "of":
        return True
    before = hit.start - 1
    modifies = before >= 0 and document.heads[before] == hit.end - 1
    return modifies and document.deps[before] in ("compound", "amod", "nmod")


def _each_owner(document: Document, party: Party, owners: dict[int, tuple[str, int]]) -> list[Party]:
    """ "Russian and Syrian jets", "US and British forces": the forces of each country named."""
    found, token = [party], party.start - 2
    while (
        party.country_code is not None and token >= 0 and token in owners and document.lower[token + 1] in COORDINATORS
    ):
        other = country_party(document, (token, token + 1), owners)
        if other is not None and other.country_code != party.country_code:
            found.insert(0, other)
        token = owners[token][1] - 2
    return found


@read_once
def whose(document: Document) -> dict[int, tuple[str, int]]:
    """For each token of a country's name, demonym or ruler: its code, and the first token of that name."""
    owners: dict[int, tuple[str, int]] = {}
    for hit in countries_in(document):
        for token in range(hit.start, hit.end):
            owners[token] = (hit.value.code, hit.start)
    for ruler in _rulers().find(document.folded):
        if document.words[ruler.start][:1].isupper() and not _more_of_name(document, ruler.end):
            for token in range(ruler.start, ruler.end):
                owners.setdefault(token, (ruler.value, ruler.start))
    return owners


def _more_of_name(document: Document, end: int) -> bool:
    """Whether a private person of more names and an age bears a ruler's name: "Daniel Ortega Paz, 24,"."""
    token = end
    while token + 2 < len(document) and document.pos[token] == "PROPN":
        token += 1
    return token > end and document.words[token] == "," and document.words[token + 1].isdigit()


def _force(
    document: Document, hit: Hit[ForceWord], owners: dict[int, tuple[str, int]], taken: set[int]
) -> Party | None:
    start, country, stated = _owner_before(document, hit.start, owners)
    word = hit.value
    if start < 0 or _of_group(document, hit.end, taken) or _only_whose(document, hit):
        return None
    end = hit.end
    stated |= (
        not named_words("government's").isdisjoint(document.lower[hit.start : hit.end]) and len(word.phrase.split()) > 1
    )
    if country is None:
        country, end = _owner_behind(document, hit.end, owners)
    if country is None and not stated and not word.bare:
        return None
    return state_party(start, end, word.kind, country, document.slice(start, end), "force")


def _only_whose(document: Document, hit: Hit[ForceWord]) -> bool:
    """ "Gwer West Local Government Area", "government buildings": no more than whose a thing is, if it is no deed."""
    head = document.heads[hit.end - 1]
    if hit.value.kind is not ActorKind.GOVERNMENT or head < hit.end:
        return False
    modifies = document.deps[hit.end - 1] in PREMODIFIERS and document.pos[head] in ("NOUN", "PROPN")
    return modifies and all(frame.trigger != head for frame in document.frames)


def _owner_before(document: Document, first: int, owners: dict[int, tuple[str, int]]) -> tuple[int, str | None, bool]:
    """First token, country and whether they are called the government's; -1 where they are somebody else's."""
    floor = max(document.sentence(first).start, first - _REACH)
    start, country, government, token = first, None, False, first - 1
    while token >= floor:
        word = document.lower[token]
        if token in owners:
            country, start = country or owners[token][0], owners[token][1]
            token = start
        elif word in named_words("government's"):
            government, start = True, token
        elif word in named_words("opposed") or (country is None and not government and is_violent(document, token)):
            return -1, None, False
        elif document.pos[token] not in _BEFORE or (document.pos[token] == "PUNCT" and word not in _JOINTS):
            break
        token -= 1
    return start, country, government


def _owner_behind(document: Document, end: int, owners: dict[int, tuple[str, int]]) -> tuple[str | None, int]:
    """ "the armed forces of Nigeria", "troops from Chad"; not "mercenaries from Russia's Kestrel Group"."""
    if end + 1 < len(document) and document.lower[end] in ("of", "from"):
        token = end + 1 + (document.lower[end + 1] == "the")
        if token in owners:
            code = owners[token][0]
            while token in owners and owners[token][0] == code:
                token += 1
            if token == len(document) or document.tags[token] != "POS":
                return code, token
    return None, end


def _of_group(document: Document, end: int, taken: set[int]) -> bool:
    """ "commandos of the FMLN", "the military wing of Hamas": forces of a group, no state's."""
    if end + 1 >= len(document) or document.lower[end] not in ("of", "from"):
        return False
    return end + 1 + (document.lower[end + 1] == "the") in taken


def spans_of(parties: list[Party]) -> set[int]:
    """The tokens that parties stand on."""
    return {token for party in parties for token in range(party.start, party.end)}


def country_party(document: Document, tokens: Tokens, owners: dict[int, tuple[str, int]]) -> Party | None:
    """ "Russia bombed", "Turkish shelling": a country or its demonym stands for its forces."""
    for token in range(*tokens):
        if token in owners and not only_side(document, token + 1):
            return state_party(
                token, token + 1, ActorKind.STATE_FORCES, owners[token][0], document.slice(token, token + 1), "country"
            )
    return None
