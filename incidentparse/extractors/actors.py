"""Actors: groups, forces, persons and crowds, and what they are said to have done or suffered."""

from __future__ import annotations

from incidentparse.language.accomplices import accomplices
from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.actor_words import actor_words
from incidentparse.language.arguments import phrase
from incidentparse.language.attribution import Word, frame_attribution, read_words
from incidentparse.language.cast import Cast
from incidentparse.language.certainty import attributing_verbs, read_certainty
from incidentparse.language.company import in_class
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.identities import called_suspects, identities
from incidentparse.language.onlookers import only_inquire, stands_beside
from incidentparse.language.party import Party, Roles
from incidentparse.language.source_kinds import read_kind
from incidentparse.language.suspects import named_suspects
from incidentparse.mentions import ActorMention, Tokens
from incidentparse.record import ActorKind, Attribution, IncidentType, SourceKind

# Senses of frames whose agent does violence.
_DEEDS = frozenset(
    "attack kill shoot shell explode bombing raid capture riot rape damage destroy hijack rob abduct clash injure plot "
    "threat attempt".split()
)
# Deeds that a person named can do; one named beside others mostly comments on them.
_PERSONAL = frozenset("attack kill shoot explode bombing injure abduct rape hijack rob plot damage destroy".split())
# A deed of states: "Russian air strikes" are Russia's, "a Syrian attack" may be anybody's.
_STATE_TYPES = frozenset({IncidentType.AIRSTRIKE, IncidentType.SHELLING, IncidentType.DRONE_STRIKE, IncidentType.RAID})
# Beside a deed they say what it was, not whose: "a terrorist attack", "gang violence".
_LABELS = frozenset(
    "terrorist extremist gang crowd mob mafia killer driver student worker terror jihadist suicide criminal".split()
)
# In the clipped passive of headlines the one hit stands first ("Four teens shot").
_CLIPPED = frozenset({"shoot", "kill", "injure", "abduct"})
_MUTUAL = frozenset({"clash", "riot"})
_HARM = frozenset({"kill", "die", "injure", "abduct", "miss", "shoot"})
_SUFFERED = frozenset({"die", "detain", "miss"})
# "by three men" may hang on a noun that stands between; it is never further from its verb.
_BY_REACH = 10
# "claimed two lives": what does so is no party.
_TAKEN = frozenset({"claim"})
_STRIKING = frozenset({"attack", "shell", "shoot", "bombing", "explode"})
_MEANS = ("means", "aircraft", "rocket_word", "bomb_word", "gunfire_word", "acid_word")
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})
_OURS = frozenset({"we", "our"})
_MASKED = frozenset("armed masked hooded unidentified unknown gun-wielding veiled".split())
_PERSONS = frozenset({ActorKind.INDIVIDUAL, ActorKind.UNKNOWN_GUNMEN})
# Of these a single one may be accused: "a lieutenant was charged".
_SERVING = frozenset({ActorKind.STATE_FORCES, ActorKind.POLICE, ActorKind.CIVILIANS})
_STOPPED = frozenset({ActorKind.UNKNOWN_GUNMEN})
# A trigger word weaker than this says little by itself of what was done.
_STRONG = 0.4
_CLAIMANTS = frozenset({ActorKind.ARMED_GROUP, ActorKind.CRIMINAL_GROUP, ActorKind.POLITICAL_GROUP})


def _mutual(document: Document, frame: Frame) -> bool:
    """ "clashes between herders and farmers", also where it is called a riot."""
    return frame.sense in _MUTUAL and (frame.sense == "clash" or document.lemmas[frame.trigger].startswith("clash"))


def extract(document: Document) -> list[ActorMention]:
    """The mentions, in the order of the text."""
    return _Reader(document).read()


class _Reader:
    """Collects the parties of a document and their deeds."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.cast = Cast(document)
        self.doers = {a for f in document.frames if f.sense in _PERSONAL for a in f.agents}
        self.hit = {p for f in document.frames if f.sense in _HARM and not self._by_police(f) for p in f.patients}
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
        for noun, party in (
            *named_suspects(self.document, self.cast.at),
            *called_suspects(self.document, self.cast.at),
        ):
            if party.key not in self.speakers:
                self._of(party).add(noun, Attribution.SUSPECTED, None)
        for who, persons in identities(self.document, self.cast.at):
            self._identify(who, persons)
        self._spoken_of()
        mentions = [self._mention(party, roles) for party, roles in self.roles.values()]
        return sorted(mentions, key=lambda m: (m.start, m.end, m.key))

    def _by_police(self, frame: Frame) -> bool:
        return any(p.kind is ActorKind.POLICE for a in frame.agents for p in self.cast.read(a, anybody=False))

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
                for party in self.cast.read(agent, anybody=False):
                    self._claim(party, frame.trigger)
            return
        if frame.sense in _DEEDS:
            for agent in self._agents(frame):
                self._agent(frame, agent)
            if _mutual(self.document, frame):
                # Both sides of a fight do it.
                return
        if frame.certainty.actual and (frame.sense in _DEEDS or frame.sense in _SUFFERED):
            self._patients(frame)

    def _claim(self, party: Party, deed: int) -> None:
        roles = self._of(party)
        roles.claims = True
        roles.add(deed, Attribution.CLAIMED, (party.start, party.end))

    def _agents(self, frame: Frame) -> list[Tokens]:
        """The agents that syntax gives; where it gives none, who stands behind "by" or right in front of the verb."""
        document = self.document
        if _mutual(document, frame):
            return [*frame.agents, *(p for p in frame.patients if p not in frame.agents)]
        if document.pos[frame.trigger] != "VERB":
            agents = [(a[0], frame.trigger) if a[0] <= frame.trigger < a[1] else a for a in frame.agents]
            start = document.phrase_of.get(frame.trigger, (frame.trigger, 0))[0]
            if frame.sense in _STRIKING:
                agents += self._whose_weapon(frame, start)
            if not _STATE_TYPES.isdisjoint(frame.types):
                # "Russian and regime air strikes": each of the words in front says whose.
                agents += self._named_in(start, frame.trigger)
            return agents
        if document.lemmas[frame.trigger] in _TAKEN:
            return []
        agents = [a for a in frame.agents if self.cast.read(a)]
        return agents or self._beside(frame) or self._behind_dateline(frame) or self._whose_means(frame)

    def _whose_means(self, frame: Frame) -> list[Tokens]:
        """ "Russian missiles struck the town", "rebel shells landed": who stands in front of the means that did it."""
        document = self.document
        if frame.agents or document.pos[frame.trigger] != "VERB":
            return []
        subjects = (c for c in document.children[frame.trigger] if document.deps[c] in ("nsubj", "agent"))
        heads = [h for s in subjects for h in ([s] if document.deps[s] == "nsubj" else document.children[s])]
        means = next((h for h in heads if any(in_class(document, h, name) for name in _MEANS)), None)
        start = document.phrase_of.get(means, (means, 0))[0] if means is not None else 0
        return (
            [(start, means + 1)]
            if means is not None and any(t in self.cast.owners or t in self.cast.at for t in range(start, means + 1))
            else []
        )

    def _named_in(self, start: int, end: int) -> list[Tokens]:
        """The parties and countries named between two tokens, each once."""
        found: dict[Tokens, None] = {}
        for token in range(start, end):
            party = self.cast.at.get(token)
            if party is not None:
                found[party.start, party.end] = None
            elif token in self.cast.owners:
                found[token, token + 1] = None
        return list(found)

    def _behind_dateline(self, frame: Frame) -> list[Tokens]:
        """ "LIMA, 3 MAY (EFE) -- GUERRILLAS DYNAMITED": a dateline taken for the subject hides who stands behind it."""
        document, dateline = self.document, self.document.dateline
        if dateline is None or not any(document.starts[a[0]] < dateline.end for a in frame.agents):
            return []
        first = document.token_at(dateline.end)
        found = (p for p in document.noun_phrases if first <= p[0] and p[1] <= frame.trigger)
        behind = next(found, None)
        if behind is None or behind in frame.patients or document.sentence_of[first] != document.sentence_of[behind[0]]:
            return []
        return [phrase(document, self.cast.head(*behind))]

    def _whose_weapon(self, frame: Frame, start: int) -> list[Tokens]:
        """ "regime chlorine attacks", "rebel rocket fire": who stands in front of the means."""
        token = frame.trigger - 1
        while token > start and any(in_class(self.document, token, name) for name in _MEANS):
            token -= 1
        party = self.cast.at.get(token)
        return [(party.start, party.end)] if party is not None and token < frame.trigger - 1 else []

    def _beside(self, frame: Frame) -> list[Tokens]:
        document, sentence = self.document, self.document.sentence(frame.trigger)
        for token in range(frame.end, min(sentence.end - 1, frame.end + _BY_REACH)):
            if document.lower[token] == "by":
                found = document.phrase_of.get(token + 1)
                return [found] if found is not None and not frame.agents else []
            if document.pos[token] == "VERB":
                break
        token = frame.start - 1
        while token > sentence.start and document.pos[token] in ("AUX", "ADV", "PART"):
            token -= 1
        passive = any(document.deps[c] in ("auxpass", "nsubjpass") for c in document.children[frame.trigger])
        found = document.phrase_of.get(token)
        before = found is not None and found not in frame.patients and found[1] == token + 1
        before &= document.deps[token] != "pobj"
        return [found] if found is not None and before and not passive and frame.patients else []

    def _agent(self, frame: Frame, agent: Tokens) -> None:
        document = self.document
        verb = document.pos[frame.trigger] == "VERB"
        if verb and frame.sense in _CLIPPED and not frame.patients and document.lower[agent[0] - 1] != "by":
            return
        between = (document.pos[t] for t in range(agent[1], frame.trigger))
        modifier = not verb and agent[1] <= frame.trigger and _MODIFIERS.issuperset(between)
        if modifier and document.lemmas[agent[1] - 1] in _LABELS:
            return
        states = not _STATE_TYPES.isdisjoint(frame.types)
        anybody = frame.strength >= _STRONG and agent not in self.hit
        head = self.cast.head(*agent)
        if document.lower[agent[0]] in _OURS and frame.certainty.attributed_to is not None:
            # "We carried out the attack," a spokesman of the group said.
            speakers = {self.cast.at[t] for t in range(*frame.certainty.attributed_to) if t in self.cast.at}
            for party in sorted((p for p in speakers if p.kind in _CLAIMANTS), key=lambda p: p.start):
                self._claim(party, frame.trigger)
        for party in self.cast.read(agent, anybody=anybody, deed_of_state=states):
            commented = party.key.startswith("person:") and (frame.sense not in _PERSONAL or party.key in self.speakers)
            if commented or stands_beside(document, party, head, frame.trigger):
                continue
            if party.kind is ActorKind.POLICE and self._at_work(frame, agent):
                continue
            self._did(frame, agent, party)

    def _at_work(self, frame: Frame, agent: Tokens) -> bool:
        """Those who stop an attacker are not the attackers, nor those who only look for them."""
        return only_inquire(self.document, agent, frame.trigger) or any(
            patient in self.doers or any(p.kind in _STOPPED for p in self.cast.read(patient, anybody=False))
            for patient in frame.patients
        )

    def _did(self, frame: Frame, agent: Tokens, party: Party) -> None:
        document, source = self.document, frame.certainty.attributed_to
        attribution, by = frame_attribution(document, frame, (agent[0], max(agent[0] + 1, party.end)))
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
        if source is None or party.kind not in _CLAIMANTS:
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
                if party.rule not in ("person", "described"):
                    self._claim(party, word.deed)
                continue
            stated = word.attribution is Attribution.STATED
            if stated and self._says_so(read_certainty(self.document, word.cue).attributed_to, party):
                self._claim(party, word.deed)
                continue
            self._of(party).add(word.deed, word.attribution, word.by)

    def _identify(self, who: Tokens, persons: list[Party]) -> None:
        """Those named did what is told of the ones that they are."""
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
                if person.key not in self.speakers:
                    self._of(person).add(roles.perpetrates[0], roles.attribution, roles.by)

    def _spoken_of(self) -> None:
        """Gunmen and suspects to whom no deed is tied."""
        document = self.document
        told = {t for start, end, _ in self.roles for t in range(start, end)}
        for token, pos in enumerate(document.pos):
            noun = actor_noun(document, token) if pos == "NOUN" and token not in told else None
            if noun is None or (noun.kind is not ActorKind.UNKNOWN_GUNMEN and not noun.weak):
                continue
            start, end = document.phrase_of.get(token, (token, token + 1))
            # "two masked men" are gunmen too, "two men" are where they flee.
            masked = noun.weak and not _MASKED.isdisjoint(document.lower[start:end])
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
        return any(document.lemmas[verb] in actor_words("fleeing") for verb in clauses)

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
