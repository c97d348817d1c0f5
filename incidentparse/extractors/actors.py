"""Actors: groups, forces, persons and crowds, and what they are said to have done or suffered."""

from __future__ import annotations

from incidentparse.language.accomplices import accomplices
from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.answers import answers
from incidentparse.language.assurance import frame_attribution
from incidentparse.language.attribution import Word, read_words
from incidentparse.language.cast import Cast
from incidentparse.language.certainty import attributing_verbs, read_certainty
from incidentparse.language.document import Document
from incidentparse.language.doers import STATE_TYPES, doers, is_mutual
from incidentparse.language.frames import Frame
from incidentparse.language.grammar import DATES, PAST
from incidentparse.language.identities import identities, named_suspects, on_behalf_of
from incidentparse.language.named_words import named_words
from incidentparse.language.onlookers import only_inquire, stands_beside
from incidentparse.language.party import ARMED_BODIES, Party, Roles
from incidentparse.language.source_kinds import read_kind
from incidentparse.language.triggers import CLIPPED, CLIPPED_IN_HEADLINES, DEEDS
from incidentparse.mentions import ActorMention, Tokens
from incidentparse.record import ActorKind, Attribution, SourceKind

# Senses of frames whose agent does violence.
_DEEDS = DEEDS | {"plot", "threat", "attempt"}
# Deeds that a person named can do; one named beside others mostly comments on them.
_PERSONAL = frozenset("attack kill shoot explode bombing injure abduct rape hijack rob plot damage destroy".split())
_HARM = frozenset({"kill", "die", "injure", "abduct", "miss", "shoot"})
_SUFFERED = frozenset({"die", "detain", "miss"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})
_OURS = frozenset({"we", "our"})
_PERSONS = frozenset({ActorKind.INDIVIDUAL, ActorKind.UNKNOWN_GUNMEN})
# Of these a single one may be accused: "a lieutenant was charged".
_SERVING = frozenset({ActorKind.STATE_FORCES, ActorKind.POLICE, ActorKind.CIVILIANS})
_STOPPED = frozenset({ActorKind.UNKNOWN_GUNMEN})
# A trigger word weaker than this says little by itself of what was done.
_STRONG = 0.4
# By these somebody is held to have done it: who says so of himself claims it.
_HELD = frozenset({Attribution.STATED, Attribution.ACCUSED})


def extract(document: Document) -> list[ActorMention]:
    """The mentions, in the order of the text."""
    return _Reader(document).read()


class _Reader:
    """Collects the parties of a document and their deeds."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.cast = Cast(document)
        self.doers = {a for f in document.frames if f.sense in _PERSONAL for a in f.agents}
        self.answers = answers(document)
        self.hit = {p for f in document.frames if f.sense in _HARM and not self._is_answer(f) for p in f.patients}
        self.speakers = self._speakers()
        self.roles: dict[tuple[int, int, str], tuple[Party, Roles]] = {
            (p.start, p.end, p.key): (p, Roles()) for p in self.cast.parties
        }

    def read(self) -> list[ActorMention]:
        """Deeds by frames, then blame by words, then the gunmen who are only spoken of."""
        for frame in self.document.frames:
            if not frame.certainty.negated:
                self._frame(frame)
        for word in read_words(self.document):
            self._blame(word)
        for noun, party in named_suspects(self.document, self.cast.at):
            if party.key not in self.speakers:
                self._of(party).add(noun, Attribution.SUSPECTED, None)
        for who, persons in identities(self.document, self.cast.at):
            self._identify(who, persons)
        self._spoken_of()
        mentions = [self._mention(party, roles) for party, roles in self.roles.values()]
        return sorted(mentions, key=lambda m: (m.start, m.end, m.key))

    def _is_answer(self, frame: Frame) -> bool:
        return frame.trigger in self.answers or any(
            p.kind is ActorKind.POLICE for a in frame.agents for p in self.cast.read(a, anybody=False)
        )

    def _speakers(self) -> set[str]:
        """Persons who are cited: officials and witnesses rather than attackers."""
        document, verbs = self.document, attributing_verbs()
        return {
            party.key
            for token, party in self.cast.at.items()
            if party.rule == "person"
            and document.deps[token] == "nsubj"
            and document.lemmas[document.heads[token]] in verbs
        }

    def _of(self, party: Party) -> Roles:
        return self.roles.setdefault((party.start, party.end, party.key), (party, Roles()))[1]

    def _frame(self, frame: Frame) -> None:
        if frame.sense == "claim":
            for agent in frame.agents:
                spoken_for = on_behalf_of(self.document, agent, self.cast.at)
                for party in self.cast.read(agent, anybody=False) if spoken_for is None else [spoken_for]:
                    self._claim(party, frame.trigger)
            return
        if frame.sense in _DEEDS:
            for agent in [] if frame.trigger in self.answers else doers(self.cast, frame):
                self._agent(frame, agent)
            if is_mutual(self.document, frame):
                # Both sides of a fight do it.
                return
        if frame.certainty.actual and (frame.sense in _DEEDS or frame.sense in _SUFFERED):
            self._patients(frame)

    def _claim(self, party: Party, deed: int) -> None:
        roles = self._of(party)
        roles.claims = True
        roles.add(deed, Attribution.CLAIMED, (party.start, party.end))

    def _agent(self, frame: Frame, agent: Tokens) -> None:
        document = self.document
        verb = document.pos[frame.trigger] == "VERB"
        if verb and self._is_clipped(frame) and document.lower[agent[0] - 1] != "by":
            return
        between = (document.pos[t] for t in range(agent[1], frame.trigger))
        modifier = not verb and agent[1] <= frame.trigger and _MODIFIERS.issuperset(between)
        if modifier and document.lemmas[agent[1] - 1] in named_words("labels of attacks"):
            return
        states = not STATE_TYPES.isdisjoint(frame.types)
        anybody = frame.strength >= _STRONG and agent not in self.hit
        head = self.cast.head(*agent)
        if document.lower[agent[0]] in _OURS and frame.certainty.attributed_to is not None:
            # "We carried out the attack," a spokesman of the group said.
            speakers = {self.cast.at[t] for t in range(*frame.certainty.attributed_to) if t in self.cast.at}
            claimants = sorted((p for p in speakers if p.kind in ARMED_BODIES), key=lambda p: p.start)
            for party in claimants:
                self._claim(party, frame.trigger)
            if claimants:
                return
        for party in self.cast.read(agent, anybody=anybody, deed_of_state=states):
            commented = party.key.startswith("person:") and (frame.sense not in _PERSONAL or party.key in self.speakers)
            if commented or stands_beside(document, party, head, frame.trigger):
                continue
            if party.kind is ActorKind.POLICE and self._at_work(frame, agent):
                continue
            self._did(frame, agent, party)

    def _is_clipped(self, frame: Frame) -> bool:
        """Without an object; in headlines a comma ends the clause: "Aid worker killed, two missing"."""
        document, after = self.document, self.document.lower[frame.end : frame.end + 1]
        title = document.sentence(frame.trigger).title
        if frame.sense not in (CLIPPED_IN_HEADLINES if title else CLIPPED):
            return False
        if not title:
            # What stands right behind the verb is its object, also where the parse ties it to another.
            behind = frame.end in document.phrase_of and document.entity[frame.end] not in DATES
            return not frame.patients and not behind
        # "Army Kill 14 Rebels" is active whatever the parse finds; "Two hurt as convoy hits mine" is not.
        past = document.tags[frame.trigger] in PAST
        active = not past and document.lower[frame.trigger] == document.lemmas[frame.trigger]
        return not active and (not frame.patients or after == [","])

    def _at_work(self, frame: Frame, agent: Tokens) -> bool:
        """Those who stop an attacker are not the attackers, nor those who only look for them."""
        return only_inquire(self.document, agent, frame.trigger) or any(
            patient in self.doers or any(p.kind in _STOPPED for p in self.cast.read(patient, anybody=False))
            for patient in frame.patients
        )

    def _did(self, frame: Frame, agent: Tokens, party: Party) -> None:
        document, source = self.document, frame.certainty.attributed_to
        attribution, by = frame_attribution(document, frame, (min(agent[0], party.start), max(agent[0] + 1, party.end)))
        if self._says_so(source, party):
            self._claim(party, frame.trigger)
            return
        unnamed = attribution is Attribution.STATED and party.rule == "described"
        if unnamed and source is not None and read_kind(document, *source) is SourceKind.MONITOR:
            # "the monitor said jihadists attacked": its word, not the article's, for people it does not name.
            attribution, by = Attribution.ACCUSED, source
        self._of(party).add(frame.trigger, attribution, by)
        for helper in accomplices(document, frame.trigger, agent):
            for other in self.cast.read(helper, anybody=False):
                if other.key != party.key:
                    self._of(other).add(frame.trigger, attribution, by)

    def _says_so(self, source: Tokens | None, party: Party) -> bool:
        """ "the rebels said they had ambushed the convoy": of armed groups that is a claim."""
        if source is None or party.kind not in ARMED_BODIES:
            return False
        named = {self.cast.at[t].key for t in range(*source) if t in self.cast.at}
        return party.key in named or any(p.key == party.key and p.rule != "pronoun" for p in self.cast.read(source))

    def _patients(self, frame: Frame) -> None:
        document = self.document
        for patient in frame.patients:
            for party in self.cast.read(patient, anybody=False):
                beside = party.end < patient[1] and actor_noun(document, party.end) is None
                if not (beside and party.rule in ("group", "force", "acronym")) and party.rule != "pronoun":
                    roles = self._of(party)
                    if frame.trigger not in roles.perpetrates:
                        roles.suffers.append(frame.trigger)

    def _blame(self, word: Word) -> None:
        for party in self.cast.read(word.who, anybody=word.attribution is not Attribution.DENIED):
            if (
                word.person
                and party.kind not in _PERSONS
                and not (party.rule == "described" and party.kind in _SERVING)
            ):
                continue
            if party.rule == "described" and word.who in self.hit and word.attribution is not Attribution.ACCUSED:
                continue
            if word.attribution is Attribution.DENIED and (party.rule == "described" or party.key in self.speakers):
                continue
            if word.attribution is Attribution.CLAIMED:
                party = on_behalf_of(self.document, word.who, self.cast.at) or party
                if party.rule != "person" and party.kind in ARMED_BODIES:
                    self._claim(party, word.deed)
                continue
            told_by = read_certainty(self.document, word.cue).attributed_to if word.attribution in _HELD else None
            if self._says_so(told_by, party):
                self._claim(party, word.deed)
                continue
            accused = word.attribution is Attribution.ACCUSED
            self._of(party).add(word.deed, word.attribution, word.by or (told_by if accused else None))

    def _identify(self, who: Tokens, persons: list[Party]) -> None:
        """Those named, or the group they say they are of, did what is told of them; the man who was hit did not."""
        if who in self.hit:
            return
        told = [(p, roles) for p, roles in self.roles.values() if roles.perpetrates and p not in persons]
        if self.document.pos[who[0]] == "PRON":
            many = self.document.lower[who[0]] in ("their", "them", "they")
            told = [(p, roles) for p, roles in told if p.kind in _PERSONS and p.plural == many]
        else:
            keys = {p.key for p in self.cast.read(who)}
            told = [(p, roles) for p, roles in told if p.key in keys]
        before = [(p, roles) for p, roles in told if p.start <= who[0]]
        if told:
            _, roles = max(before or told, key=lambda known: known[0].start)
            for person in persons:
                if person.kind in ARMED_BODIES:
                    self._claim(person, roles.perpetrates[0])
                elif person.key not in self.speakers:
                    self._of(person).add(roles.perpetrates[0], roles.attribution, roles.by)
        elif any(p.kind in _STOPPED for p in self.cast.read(who, anybody=False)):
            # "the killer, who identified himself as": he is one by the noun alone.
            for person in persons:
                self._of(person).add(who[1] - 1, Attribution.SUSPECTED, None)

    def _spoken_of(self) -> None:
        """Those told of by a noun of violence to whom no deed is tied: gunmen, rebels, suspects."""
        document = self.document
        told = {t for start, end, _ in self.roles for t in range(start, end)}
        for token, pos in enumerate(document.pos):
            noun = actor_noun(document, token) if pos == "NOUN" and token not in told else None
            if noun is None:
                continue
            start, end = document.phrase_of.get(token, (token, token + 1))
            # "two masked men" are gunmen too, "two men" are where they flee.
            masked = noun.weak and not named_words("masks and arms").isdisjoint(document.lower[start:end])
            strangers = (masked or (noun.weak and self._flees(token))) and (start, end) not in self.hit
            if end == token + 1 and (strangers or not noun.weak):
                for party in self.cast.read((start, end), anybody=strangers):
                    if party.rule == "described":
                        self._of(party)

    def _flees(self, token: int) -> bool:
        """ "he was intercepted by four individuals", "two men fled": what attackers do beside the deed."""
        document = self.document
        clauses = [c for c in document.children[token] if document.deps[c] in ("acl", "relcl")]
        dep, above = document.deps[token], document.heads[token]
        if dep == "nsubj":
            clauses.append(above)
        elif dep == "pobj" and document.deps[above] == "agent":
            clauses.append(document.heads[above])
        return any(document.lemmas[verb] in named_words("fleeing") for verb in clauses)

    def _mention(self, party: Party, roles: Roles) -> ActorMention:
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
