"""The cast of an article: every party that it names, and who a noun phrase means."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.actor_nouns import ActorNoun, actor_noun, people_noun
from incidentparse.language.arguments import content, phrase
from incidentparse.language.document import Document
from incidentparse.language.forces import country_party, read_forces, spans_of, whose
from incidentparse.language.grammar import DEFINITE
from incidentparse.language.groups import read_groups
from incidentparse.language.membership import detached, group_of, in_service, is_of, only_parent, only_side
from incidentparse.language.named_words import named_words
from incidentparse.language.party import ARMED_BODIES, Party
from incidentparse.language.people import people_index
from incidentparse.language.person_names import is_title
from incidentparse.language.persons import read_persons
from incidentparse.language.pronouns import antecedent, named_before, referent
from incidentparse.language.self_named import read_self_named
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind, Category

_NOBODY = frozenset({"no", "any", "none", "nobody"})
_TRIMMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "SCONJ", "PART"})
_HEADS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "VERB"})
# Without a word more they describe nobody.
_ANYBODY = frozenset({"people", "person", "persons"})
# What people without a name are who serve or fight.
_KINDS = {
    Category.MILITARY: ActorKind.STATE_FORCES, Category.POLICE: ActorKind.POLICE,
    Category.ARMED_GROUP: ActorKind.ARMED_GROUP,
}  # fmt: skip
_ALONE = frozenset({"mob", "crowd"})
_STYLED = frozenset({"calling", "called", "known", "named", "styling", "dubbed", "identified"})
# A description longer than this is a misread phrase.
_LONGEST_DESCRIPTION = 8


class Cast:
    """The parties of one document.

    Attributes:
        document: the document.
        owners: country code and first token, for each token of a country's name, demonym or ruler.
        parties: the named parties, in the order of the text.
        at: the named party that stands on a token.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.owners = whose(document)
        groups = read_groups(document)
        groups += read_self_named(document, spans_of(groups))
        forces = read_forces(document, spans_of(groups))
        persons = read_persons(document, spans_of(groups) | spans_of(forces) | self.owners.keys())
        named = [p for p in (*groups, *forces, *persons) if p.rule == "person" or not detached(document, p)]
        self.parties = sorted(self._without_parents(named), key=lambda p: (p.start, p.end))
        self._strangers: dict[int, Party] = {}
        self.at = {token: party for party in self.parties for token in range(party.start, party.end)}

    def _without_parents(self, parties: list[Party]) -> list[Party]:
        """ "an al Qaeda affiliate claimed it": where the text names the affiliate, the parent is not it."""
        document = self.document
        groups = [(p, document.sentence_of[p.start]) for p in parties if p.rule in ("group", "acronym")]
        parents = [
            party
            for party, sentence in groups
            if only_parent(document, party)
            and any(p.key != party.key and sentence <= other <= sentence + 1 for p, other in groups)
        ]
        return [p for p in parties if p not in parents]

    def read(self, phrase: Tokens, *, anybody: bool = True, deed_of_state: bool = False) -> list[Party]:
        """Whom a noun phrase means: named parties, else a description, else whom a pronoun stands for.

        Args:
            phrase: the tokens of the noun phrase.
            anybody: whether "a man", "people", who only become an actor by the deed, count.
            deed_of_state: whether a bare nationality stands for its forces ("Russian air strikes").
        """
        start, end = phrase
        if start >= end or self.document.lower[start] in _NOBODY:
            return []
        named = self._named(start, end)
        if named:
            return named
        state = self._state(start, end, deed_of_state)
        if state is not None:
            return [state]
        called = self._called(self.head(start, end))
        if called is not None:
            return [called]
        described = self._described(start, end, anybody)
        if described is not None:
            return [described]
        return self._refer(start) or (self._told_before(start) if anybody else [])

    def _told_before(self, pronoun: int) -> list[Party]:
        """ "A student was held after he placed a bomb": the people who were the subject before, whom no deed named."""
        before = antecedent(self.document, pronoun)
        return self.read(before) if before is not None else []

    def _refer(self, token: int) -> list[Party]:
        document, verb = self.document, self.document.heads[self.document.heads[token]]
        if document.deps[document.heads[token]] == "ccomp":
            # "Rebels said they did it": who speaks may be told of nowhere else.
            for child in document.children[verb]:
                if document.deps[child] == "nsubj" and child < token and child not in self.at:
                    self.read(phrase(document, child), anybody=False)
        return referent(self.document, token, self.at, self.parties, self._strangers.values())

    def _named(self, start: int, end: int) -> list[Party]:
        document = self.document
        found = list(dict.fromkeys(self.at[t] for t in range(start, end) if t in self.at))
        head = self.head(start, end) if found else start
        if found and document.lemmas[head] in named_words("irregular forces") and head not in self.at:
            # "government death squads" are no government forces.
            found = [p for p in found if p.rule != "force" or p.country_code is not None]
        if len(found) == 1 and head not in self.at and is_of(document, found[0], head):
            return []
        if len(found) == 1:
            return [self._with_people(found[0], start, head, self._outer(start, end))]
        if head in self.at:
            unit = self._unit(head, found)
            if unit is not None:
                return [self._trimmed(unit, start, head, unit.end)]
            # "Russian and Syrian jets", "the army and the militia"
            beside = [p for p in found if p.rule == "country" or document.deps[p.end - 1] == "conj"]
            return [self.at[head], *(p for p in beside if p is not self.at[head])]
        return [p for p in found if p.rule != "person"] or found

    def _unit(self, head: int, found: list[Party]) -> Party | None:
        """ "soldiers of the Lion Battalion": the unit of a force that is not said whose it is."""
        force, lower = self.at[head], self.document.lower
        if force.rule != "force" or force.country_code is not None or head + 1 >= len(lower) or lower[head + 1] != "of":
            return None
        unit = next((p for p in found if p.start > head and p.rule in ("group", "acronym", "force")), None)
        regular = unit is not None and lower[unit.end - 1] in named_words("units of armies")
        return replace(unit, kind=force.kind) if unit is not None and regular else unit

    def _with_people(self, party: Party, start: int, head: int, outer: int) -> Party:
        """The naming with the noun for its people: "three Boko Haram fighters", "members of the FMLN"."""
        document = self.document
        if outer != head and party.rule != "person" and actor_noun(document, outer) is not None:
            return self._trimmed(party, start, min(outer, party.start), max(head + 1, party.end))
        own = party.start <= head < party.end
        if party.rule == "person" or (own and party.rule != "force") or not (own or actor_noun(document, head)):
            return party
        return self._trimmed(party, start, min(head, party.start), max(head + 1, party.end))

    def _trimmed(self, party: Party, start: int, last: int, end: int) -> Party:
        """The naming from the first word that counts, not behind ``last``."""
        first = max(start, last - _LONGEST_DESCRIPTION)
        while first < last and self.document.pos[first] in _TRIMMED:
            first += 1
        return replace(party, start=first, end=end)

    def head(self, start: int, end: int) -> int:
        """The noun that a phrase hangs on, behind an amount the one that is counted ("a group of men")."""
        outer = self._outer(start, end)
        inner = content(self.document, outer)
        if inner == outer:
            inner = self._those_in(outer)
        return inner if start <= inner < end else outer

    def _outer(self, start: int, end: int) -> int:
        document = self.document
        for token in range(start, end):
            outside = not start <= document.heads[token] < end or document.heads[token] == token
            if outside and document.pos[token] in _HEADS:
                return token
        return end - 1

    def _those_in(self, head: int) -> int:
        """ "a squad of policemen", "a column of 60 rebels": the people that the body is of."""
        document = self.document
        if document.lemmas[head] in named_words("bodies of people"):
            for preposition in document.children[head]:
                if document.lower[preposition] == "of":
                    for inner in document.children[preposition]:
                        if document.tags[inner] == "NNS" and document.deps[inner] == "pobj":
                            return inner
        return head

    def _state(self, start: int, end: int, deed_of_state: bool) -> Party | None:
        """ "Russia bombed", "the Israelis", "Turkish shelling"."""
        if not any(t in self.owners for t in range(start, end)):
            return None
        document, head = self.document, end - 1
        # A ruler's name stands for the state as its own name does.
        if (
            head in self.owners
            and not only_side(document, head + 1)
            and (document.entity[head] in ("GPE", "PERSON") or deed_of_state)
        ):
            return country_party(document, (start, end), self.owners)
        return None

    def _described(self, start: int, end: int, anybody: bool) -> Party | None:
        document = self.document
        head = self.head(start, end)
        for token in (head, *range(end - 1, start - 1, -1)):
            if document.pos[token] == "VERB" or document.deps[token] == "poss":
                continue
            noun = actor_noun(document, token)
            if noun is None and token == head and anybody:
                return self._owned(token, None) or self._of_people(start, token)
            if noun is None or (noun.weak and (token != head or not anybody)):
                continue
            belongs = self._belongs(start, token, noun) or self._called(token) or self._right_before(start, token)
            if belongs is not None:
                return belongs
            if document.lower[start] in DEFINITE:
                named = self._group_before(start, noun)
                if named is not None:
                    return Party(
                        start, token + 1, named.name, named.key, named.kind, "anaphor", named.country_code, plural=True
                    )
            if start == token and document.lower[token] in _ANYBODY:
                return in_service(document, token)
            return self._description(start, token, noun)
        return None

    def _of_people(self, start: int, token: int) -> Party | None:
        """ "a lieutenant", "two nurses": anybody else who by the deed becomes an actor."""
        form = people_index().match(self.document.folded, token, token + 1)
        # Those who govern are mostly told of for what they say.
        if form is None or form.value.noun.generic or form.value.noun.category is Category.GOVERNMENT:
            return None
        kind = _KINDS.get(form.value.noun.category)
        if kind is None:
            kind = ActorKind.CIVILIANS if form.value.plural else ActorKind.INDIVIDUAL
        return self._stranger(start, token, kind, f"{kind.value}:{form.value.noun.noun}", plural=form.value.plural)

    def _called(self, token: int) -> Party | None:
        """ "the gunman, Ryan Cole,": the person that a description is named."""
        many = self.document.tags[token] == "NNS"
        if many or (not is_title(self.document, token) and actor_noun(self.document, token) is None):
            return None
        named = (self.at.get(c) for c in self.document.children[token] if self.document.deps[c] == "appos")
        return next((p for p in named if p is not None and p.rule == "person"), None)

    def _belongs(self, start: int, token: int, noun: ActorNoun) -> Party | None:
        """ "rebels from the LRA", "a group calling itself X", "its fighters": the group that they are of."""
        document = self.document
        group = group_of(document, token, self.at)
        if group is not None:
            between = document.lower[token : group.start]
            return group if not _STYLED.isdisjoint(between) else self._with_people(group, start, token, token)
        return self._owned(token, noun)

    def _owned(self, token: int, noun: ActorNoun | None) -> Party | None:
        """ "its fighters", "its men", "the group's naval forces": the group named before whose they are."""
        document = self.document
        whose = next((c for c in document.children[token] if document.deps[c] == "poss"), None)
        if whose is None:
            return None
        owning = actor_noun(document, whose)
        if owning is not None:
            owner = self._group_before(whose, owning)
        elif (
            document.lower[whose] in ("its", "their") and noun is not None and (noun.weak or noun.kind in ARMED_BODIES)
        ):
            owner = next((p for p in self._refer(whose) if p.kind in ARMED_BODIES), None)
        else:
            return None
        return replace(owner, start=whose, end=token + 1, rule="anaphor") if owner is not None else None

    def _right_before(self, start: int, token: int) -> Party | None:
        """ "on Monday alleged Shining Path members killed": the group that the parse cuts off its people."""
        party = self.at.get(start - 1) if start == token else None
        return replace(party, end=token + 1) if party is not None and party.rule in ("group", "acronym") else None

    def _description(self, start: int, token: int, noun: ActorNoun) -> Party:
        document = self.document
        plural = document.tags[token] in ("NNS", "NNPS") or people_noun(document.lower[token])
        kind = noun.kind
        if plural and kind is ActorKind.INDIVIDUAL:
            kind = ActorKind.UNKNOWN_GUNMEN
        elif not plural and kind is ActorKind.CROWD and document.lemmas[token] not in _ALONE:
            kind = ActorKind.INDIVIDUAL
        return self._stranger(start, token, kind, kind.value, plural=plural)

    def _stranger(self, start: int, token: int, kind: ActorKind, sort: str, *, plural: bool) -> Party:
        """Somebody without a name, as described up to the noun ``token``; ``sort`` tells them from others."""
        first = max(start, token + 1 - _LONGEST_DESCRIPTION)
        while first < token and self.document.pos[first] in _TRIMMED:
            first += 1
        written, key = self.document.slice(first, token + 1), f"described:{sort}:{'many' if plural else 'one'}"
        stranger = Party(first, token + 1, written, key, kind, "described", plural=plural)
        self._strangers[first] = stranger
        return stranger

    def _group_before(self, token: int, noun: ActorNoun) -> Party | None:
        """The named group that "the group" or "the militants" are."""
        if not noun.anaphor:
            return None
        return next((p for p in named_before(self.document, token, self.parties) if p.kind in ARMED_BODIES), None)
