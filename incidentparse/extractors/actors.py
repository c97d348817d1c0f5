"""Actors: groups, forces, persons and crowds, and what they are said to have done or suffered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.attribution import frame_attribution, read_words
from incidentparse.language.document import Document
from incidentparse.language.forces import country_party, read_forces, spans_of, whose
from incidentparse.language.frames import Frame
from incidentparse.language.groups import read_groups
from incidentparse.language.party import Party
from incidentparse.language.source_kinds import read_kind
from incidentparse.mentions import ActorMention, Tokens
from incidentparse.record import ActorKind, Attribution, IncidentType, SourceKind

# Senses of frames whose agent does violence.
_DEEDS = frozenset(
    "attack kill shoot shell explode bombing raid capture riot rape damage destroy hijack rob abduct clash injure plot "
    "threat attempt".split()
)
# A deed of states: "Russian air strikes" are Russia's, "a Syrian attack" may be anybody's.
_STATE_TYPES = frozenset({IncidentType.AIRSTRIKE, IncidentType.SHELLING, IncidentType.DRONE_STRIKE})
_ANAPHORS = frozenset(
    {"group", "militant", "rebel", "insurgent", "jihadist", "fighter", "terrorist", "militia", "extremist", "guerrilla"}
)
_NAMED_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP})
# Beside a deed they say what it was, not whose: "a terrorist attack", "gang violence".
_LABELS = frozenset(
    {"terrorist", "extremist", "gang", "crowd", "mob", "mafia", "killer", "driver", "student", "worker"}
)
# Deeds that one named person can do.
_PERSONAL = frozenset(
    {"attack", "kill", "shoot", "explode", "bombing", "injure", "abduct", "rape", "hijack", "rob", "plot"}
)
# Deeds whose doer also is who suffered them in the clipped style of headlines ("Four teens shot").
_CLIPPED = frozenset({"shoot", "kill", "injure", "abduct"})
# How many sentences back "the group" looks for its name.
_ANAPHOR_REACH = 4
_TRIMMED = frozenset({"DET", "PUNCT", "CCONJ", "SPACE", "ADP", "PRON", "SCONJ", "PART"})
# Plurals that can stand for attackers by themselves ("armed men").
_BANDS = frozenset({"man", "male", "youth", "suspect"})
_STRONG = 0.4
_HARM = frozenset({"kill", "die", "injure", "abduct", "miss"})
# Those who stop an attacker are not the attackers.
_STOPPED = frozenset("attacker gunman shooter suspect assailant bomber driver man perpetrator".split())
_POSITIVE = (Attribution.STATED, Attribution.CLAIMED, Attribution.ACCUSED, Attribution.SUSPECTED, Attribution.DENIED)


@dataclass(slots=True)
class _Roles:
    """What one naming of a party is said to have done."""

    perpetrates: list[int] = field(default_factory=list)
    suffers: list[int] = field(default_factory=list)
    attribution: Attribution = Attribution.UNKNOWN
    by: Tokens | None = None
    claims: bool = False

    def add(self, deed: int, attribution: Attribution, by: Tokens | None) -> None:
        """Another deed; the surest attribution stands."""
        self.perpetrates.append(deed)
        if self.attribution is Attribution.UNKNOWN or _POSITIVE.index(attribution) < _POSITIVE.index(self.attribution):
            self.attribution, self.by = attribution, by


def extract(document: Document) -> list[ActorMention]:
    """The mentions, in the order of the text."""
    return _Reader(document).read()


class _Reader:
    """Collects the parties of a document and their deeds."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.owners = whose(document)
        groups = read_groups(document)
        self.parties = sorted(groups + read_forces(document, spans_of(groups)), key=lambda p: p.start)
        self.at = {token: party for party in self.parties for token in range(party.start, party.end)}
        self.hit: set[Tokens] = set()
        self.roles: dict[tuple[int, int, str], tuple[Party, _Roles]] = {
            (p.start, p.end, p.key): (p, _Roles()) for p in self.parties
        }

    def read(self) -> list[ActorMention]:
        """The mentions, in the order of the text."""
        self.hit = {p for f in self.document.frames if f.sense in _HARM for p in f.patients}
        for frame in self.document.frames:
            if not frame.certainty.negated:
                self._frame(frame)
        for word in read_words(self.document):
            for party in self._resolve(word.who, word.deed, weak=True):
                if party.rule == "person" and self.document.lemmas[word.deed] == "blame":
                    continue
                if word.attribution is Attribution.DENIED and party.rule == "described":
                    continue
                self._roles(party).add(word.deed, word.attribution, word.by)
        self._present()
        return sorted(
            (self._mention(party, roles) for party, roles in self.roles.values()), key=lambda m: (m.start, m.end, m.key)
        )

    def _present(self) -> None:
        """Gunmen and suspects who are only spoken of: no deed is tied to them."""
        told = {t for start, end, _ in self.roles for t in range(start, end)}
        for token in range(len(self.document)):
            noun = actor_noun(self.document, token) if self.document.pos[token] == "NOUN" else None
            if noun is None or noun.kind is not ActorKind.UNKNOWN_GUNMEN or token in told:
                continue
            start = self.document.phrase_of.get(token, (token, token + 1))[0]
            if self.document.phrase_of.get(token, (0, token + 1))[1] != token + 1:
                continue
            party = self._described((start, token + 1), weak=False, modifier=False)
            if party is not None and party.rule == "described":
                self._roles(replace(party, rule="present"))

    def _roles(self, party: Party) -> _Roles:
        return self.roles.setdefault((party.start, party.end, party.key), (party, _Roles()))[1]

    def _frame(self, frame: Frame) -> None:
        if frame.sense == "claim":
            for agent in frame.agents:
                for party in self._resolve(agent, frame.trigger, weak=False):
                    roles = self._roles(party)
                    roles.claims = True
                    roles.add(frame.trigger, Attribution.CLAIMED, (party.start, party.end))
        elif frame.sense == "detain":
            for patient in frame.patients:
                for party in self._resolve(patient, frame.trigger, weak=True):
                    if party.kind in (ActorKind.INDIVIDUAL, ActorKind.UNKNOWN_GUNMEN):
                        self._roles(party).add(frame.trigger, Attribution.SUSPECTED, None)
        elif frame.sense in _DEEDS:
            self._deed(frame)

    def _deed(self, frame: Frame) -> None:
        document = self.document
        if frame.sense in _CLIPPED and not frame.patients and document.pos[frame.trigger] == "VERB":
            # "Nine bandits killed": the clipped passive of headlines.
            return
        weak = frame.strength >= _STRONG
        for agent in frame.agents:
            for party in self._resolve(agent, frame.trigger, weak=weak, frame=frame):
                if party.kind is ActorKind.POLICE and self._stops(frame):
                    continue
                if party.rule == "person" and frame.sense not in _PERSONAL:
                    continue
                attribution, by = frame_attribution(document, frame, (agent[0], max(agent[0] + 1, party.end)))
                source = frame.certainty.attributed_to
                unnamed = attribution is Attribution.STATED and party.rule.startswith("described")
                if unnamed and source is not None and read_kind(document, *source) is SourceKind.MONITOR:
                    # "the monitor said jihadists attacked": its word, not the article's, for people it does not name.
                    attribution, by = Attribution.ACCUSED, source
                self._roles(party).add(frame.trigger, attribution, by)
        for patient in frame.patients:
            for token in range(*patient):
                party_hit = self.at.get(token)
                if party_hit is not None and party_hit.end < patient[1] and actor_noun(document, party_hit.end) is None:
                    continue
                if party_hit is not None and frame.trigger not in self._roles(party_hit).perpetrates:
                    self._roles(party_hit).suffers.append(frame.trigger)

    def _stops(self, frame: Frame) -> bool:
        return any(self.document.lemmas[p[1] - 1] in _STOPPED for p in frame.patients)

    def _resolve(self, agent: Tokens, trigger: int, *, weak: bool, frame: Frame | None = None) -> list[Party]:
        """The parties that a noun phrase names or describes."""
        start, end = agent[0], trigger if agent[0] <= trigger < agent[1] else agent[1]
        if start >= end:
            return []
        named = list(dict.fromkeys(self.at[t] for t in range(start, end) if t in self.at))
        if named:
            return named
        if frame is not None:
            state = self._state(start, end, trigger, frame)
            if state is not None:
                return [state]
        described = self._described((start, end), weak, modifier=end == trigger and end < agent[1])
        if described is not None:
            return [described]
        person = self._person(start, end)
        return [person] if person is not None else []

    def _state(self, start: int, end: int, trigger: int, frame: Frame) -> Party | None:
        """ "Russia bombed", "Turkish shelling"."""
        document = self.document
        if not any(t in self.owners for t in range(start, end)):
            return None
        head = end - 1
        if head in self.owners and (document.entity[head] == "GPE" or not _STATE_TYPES.isdisjoint(frame.types)):
            return country_party(document, (start, end), self.owners)
        modifies = not _STATE_TYPES.isdisjoint(frame.types) and end == trigger
        return country_party(document, (start, end), self.owners) if modifies else None

    def _described(self, agent: Tokens, weak: bool, *, modifier: bool) -> Party | None:
        document = self.document
        start, end = agent
        head = next((t for t in range(end - 1, start - 1, -1) if document.pos[t] in ("NOUN", "PROPN")), None)
        for token in (head, *range(start, end)):
            noun = actor_noun(document, token) if token is not None and document.pos[token] != "VERB" else None
            if noun is None or token is None or (noun.weak and (not weak or agent in self.hit)):
                continue
            if (token != head and noun.weak) or (modifier and document.lemmas[token] in _LABELS):
                continue
            first = start
            while first < token and document.pos[first] in _TRIMMED:
                first += 1
            plural = document.tags[token] in ("NNS", "NNPS") or document.lower[token] in ("people",)
            if document.lemmas[token] in _ANAPHORS and document.lower[start] in ("the", "these", "those"):
                antecedent = self._antecedent(start)
                if antecedent is not None:
                    return Party(
                        start, token + 1, antecedent.name, antecedent.key, antecedent.kind, "anaphor", plural=True
                    )
            kind = noun.kind
            if plural and kind is ActorKind.INDIVIDUAL and noun.weak:
                if document.lemmas[token] not in _BANDS:
                    continue
                kind = ActorKind.UNKNOWN_GUNMEN
            if not plural and kind is ActorKind.CROWD and document.lemmas[token] not in ("mob", "crowd"):
                kind = ActorKind.INDIVIDUAL
            last = token + 1
            return Party(
                first, last, document.slice(first, last), f"described:{kind.value}:{'many' if plural else 'one'}",
                kind, "described", plural=plural,
            )  # fmt: skip
        return None

    def _antecedent(self, token: int) -> Party | None:
        floor = self.document.sentences[max(0, self.document.sentence_of[token] - _ANAPHOR_REACH)].start
        return next((p for p in reversed(self.parties) if floor <= p.start < token and p.kind in _NAMED_KINDS), None)

    def _person(self, start: int, end: int) -> Party | None:
        document = self.document
        tokens = [t for t in range(start, end) if document.entity[t] == "PERSON" and document.tags[t] != "POS"]
        if not tokens:
            return None
        first, last = tokens[0], tokens[0] + 1
        while last < end and document.entity[last] == "PERSON" and document.tags[last] != "POS":
            last += 1
        key = f"person:{document.folded[last - 1]}"
        return Party(first, last, document.slice(first, last), key, ActorKind.INDIVIDUAL, "person")

    def _mention(self, party: Party, roles: _Roles) -> ActorMention:
        return ActorMention(
            party.start,
            party.end,
            f"{party.rule}:{'many' if party.plural else 'one'}",
            name=party.name,
            key=party.key,
            kind=party.kind,
            country_code=party.country_code,
            perpetrates=tuple(roles.perpetrates),
            suffers=tuple(roles.suffers),
            attribution=roles.attribution,
            attributed_by=roles.by,
            claims=roles.claims,
        )
