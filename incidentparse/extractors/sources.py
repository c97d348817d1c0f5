"""Sources: who is cited, for what, and in what stance."""

from __future__ import annotations

from dataclasses import replace

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.citations import read_citations
from incidentparse.language.cited import Citation
from incidentparse.language.document import Document
from incidentparse.language.introductions import full_bodies, full_names, group_before, holders
from incidentparse.language.named_words import named_words
from incidentparse.language.reporting_subjects import state_before
from incidentparse.language.signoffs import read_signoffs
from incidentparse.language.source_identity import CitedSource, describe, is_anaphoric, is_same, person_name, same_word
from incidentparse.language.source_kinds import apposed_kind, find_publisher, is_office
from incidentparse.language.speakers import Speaker, speaker_at
from incidentparse.language.triggers import DEEDS
from incidentparse.mentions import SourceMention, Tokens
from incidentparse.record import SourceKind, Stance

_SINGULAR = frozenset({"he", "she", "him", "her", "i"})
_PERSONS = frozenset(
    {SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.WITNESS, SourceKind.MEDIC}
)
_BODIES = frozenset({SourceKind.NGO, SourceKind.MONITOR, SourceKind.MILITANT, SourceKind.OTHER})
_NAMED_BODIES = frozenset({SourceKind.MONITOR, SourceKind.BROADCASTER, SourceKind.NEWS_AGENCY, SourceKind.NEWSPAPER})
# "The GOC": an article and the office.
_THE_OFFICE = 2
_ITS = frozenset({"its", "their"})
# What a source without a word that tells its kind is taken for.
_BY_DEFAULT = frozenset({SourceKind.WITNESS, SourceKind.OTHER})
_OWN = frozenset({"it", "its", "they", "their", "we", "our"})
_BE = frozenset({"was", "were", "is", "had"})
_BEHIND = frozenset({"behind", "responsible"})
_NOT = frozenset({"not", "n't", "n’t", "never"})


def extract(document: Document) -> list[SourceMention]:
    """The mentions, in the order of the text."""
    citations = sorted([*read_citations(document), *read_signoffs(document)], key=lambda c: (c.cue, c.rule))
    spoken = {document.sentence_of[c.cue] for c in citations if c.rule not in ("posted", "headline")}
    citations = [c for c in citations if c.rule != "posted" or document.sentence_of[c.cue] not in spoken]
    reader = _Reader(document)
    mentions = [mention for citation in citations for mention in reader.read(citation)]
    # Who is cited in the headline alone, mostly by office, is named in the text, if anybody is cited there.
    cited = {mention.key for mention in mentions if not document.sentence(mention.start).title}
    # What sort of source it is may be told only where it is cited again, or by what it claims.
    kinds = {source.key: source.kind for source in reader.sources}
    claimants = {m.key for m in mentions if m.stance is Stance.CLAIMS_RESPONSIBILITY}
    kinds |= {key: SourceKind.MILITANT for key in claimants if kinds[key] is SourceKind.OTHER}
    return [replace(m, kind=kinds[m.key]) for m in mentions if m.key in cited or not cited]


class _Reader:
    """Ties the citations of one article to its sources."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sources: list[CitedSource] = []
        self.last: CitedSource | None = None
        self.last_sentence = -1
        self.full_names = full_names(document)
        self.full_bodies = full_bodies(document)
        self.holders: list[tuple[frozenset[str], int]] | None = None

    def read(self, citation: Citation) -> list[SourceMention]:
        """The mentions of a citation: the speaker as it stands, and where its full name stands."""
        if citation.pronoun is not None:
            return self._by_pronoun(citation, citation.pronoun)
        speaker = citation.speaker
        if speaker is None:
            return []
        introduced = self._introduction(speaker)
        speaker = self._without_owner(speaker)
        source, new = self._source(introduced or speaker)
        if citation.rule != "told":
            self._now(source, speaker.start)
        mentions = []
        if new and introduced is not None:
            mentions.append(self._mention(citation, (introduced.start, introduced.end), source, "introduced"))
        mentions.append(self._mention(citation, (speaker.start, speaker.end), source, citation.rule, speaker.aliases))
        return mentions

    def _mention(
        self, citation: Citation, place: Tokens, source: CitedSource, rule: str, aliases: tuple[Tokens, ...] = ()
    ) -> SourceMention:
        return SourceMention(
            *place,
            rule,
            key=source.key,
            kind=source.kind,
            stance=_of_own_deed(self.document, citation, source) or citation.stance,
            content=citation.content,
            url=citation.url,
            aliases=aliases,
            cue=citation.cue,
        )

    def _by_pronoun(self, citation: Citation, pronoun: int) -> list[SourceMention]:
        place = (pronoun, pronoun + 1)
        since = self.document.sentence_of[pronoun] - self.last_sentence
        newcomer = self._newcomer(pronoun) if since and self.document.lower[pronoun] in _SINGULAR else None
        if since > 1 and self.document.lower[pronoun] == "it":
            newcomer = self._state_before(pronoun)
        if newcomer is None:
            source = self._antecedent(pronoun)
            if source is None:
                return []
            self._now(source, pronoun)
            return [self._mention(citation, place, source, "pronoun")]
        source, new = self._source(newcomer)
        self._now(source, pronoun)
        named = [self._mention(citation, (newcomer.start, newcomer.end), source, "introduced")] if new else []
        return [*named, self._mention(citation, place, source, "pronoun")]

    def _now(self, source: CitedSource, token: int) -> None:
        self.last, self.last_sentence = source, self.document.sentence_of[token]

    def _antecedent(self, pronoun: int) -> CitedSource | None:
        word = self.document.lower[pronoun]
        if self.last is not None and (word not in _SINGULAR or self.last.person or not self.last.plural):
            return self.last
        return next((s for s in reversed(self.sources) if s.person), None)

    def _newcomer(self, pronoun: int) -> Speaker | None:
        """The person who is the subject of the sentence before, or of the pronoun's own, and has said nothing yet."""
        document = self.document
        number = document.sentence_of[pronoun]
        for sentence in reversed(document.sentences[max(0, number - 1) : number + 1]):
            for token in range(min(sentence.end, pronoun) - 1, sentence.start - 1, -1):
                if document.deps[token] != "nsubj" or document.entity[token] != "PERSON":
                    continue
                root = document.heads[token]
                if document.heads[root] != root or document.lemmas[root] in attributing_verbs():
                    continue
                return speaker_at(document, token, before=root)
        return None

    def _state_before(self, pronoun: int) -> Speaker | None:
        state = state_before(self.document, pronoun)
        return speaker_at(self.document, state, before=self.document.heads[state]) if state is not None else None

    def _introduction(self, speaker: Speaker) -> Speaker | None:
        """Where the article gives the full name of a person cited by surname."""
        if speaker.end - speaker.start == 1 and self.document.words[speaker.head].isupper():
            return self._in_full(speaker)
        names = person_name(self.document, speaker)
        if is_anaphoric(self.document, speaker) and self.document.folded[speaker.head] in named_words("armed speakers"):
            return self._armed_group(speaker)
        if not names and speaker.end - speaker.start == _THE_OFFICE and is_office(self.document, speaker.head):
            return self._holder(speaker) if self.document.lower[speaker.start] == "the" else None
        if len(names) > 1:
            return None
        head = speaker.head if not names else names[-1]
        if self.document.pos[head] != "PROPN" or (not names and speaker.end - speaker.start > 1):
            return None
        full = self.full_names.get(self.document.folded[head])
        if full is None or speaker.start <= full < speaker.end:
            return None
        return speaker_at(self.document, full)

    def _without_owner(self, speaker: Speaker) -> Speaker:
        """Without the pronoun in front of an office or relation with its name: "its director, Jane Roe"."""
        start = speaker.start
        owned = self.document.tags[start] == "PRP$" and start < speaker.head
        named = owned and bool(person_name(self.document, speaker))
        return replace(speaker, start=start + 1) if named else speaker

    def _holder(self, speaker: Speaker) -> Speaker | None:
        """The last person before a bare office whom the article introduces with it: "Maj. Gen. X, the GOC"."""
        if self.holders is None:
            self.holders = list(holders(self.document))
        office = same_word(self.document.folded[speaker.head])
        if office in named_words("held by many"):
            return None
        last = next((t for words, t in reversed(self.holders) if t < speaker.start and office in words), None)
        return speaker_at(self.document, last) if last is not None else None

    def _armed_group(self, speaker: Speaker) -> Speaker | None:
        """The armed group that "the group", "the militants" stand for, where no body cited before can be meant."""
        head = self.document.folded[speaker.head]
        group = any(s.kind in _BODIES and not s.person for s in self.sources)
        return None if group and head in named_words("bodies") else group_before(self.document, speaker.start)

    def _in_full(self, speaker: Speaker) -> Speaker | None:
        """Where the article gives the full name of a body cited by a known acronym: "HRW"."""
        found = find_publisher(self.document, speaker.start, speaker.end)
        return self.full_bodies.get(found[2].name) if found is not None else None

    def _source(self, speaker: Speaker) -> tuple[CitedSource, bool]:
        document = self.document
        seen = describe(document, speaker)
        seen.kind = self._affiliated(speaker, seen)
        known = next((s for s in reversed(self.sources) if is_same(s, seen)), None)
        if known is None and is_anaphoric(document, speaker):
            known = self._by_noun(speaker, seen)
        if known is None:
            known = self._unnamed_before(speaker, seen)
        if known is None:
            self.sources.append(seen)
            return seen, True
        if len(seen.proper) > len(known.proper):
            known.proper = seen.proper
            known.person = seen.person
            known.words |= seen.words
        known.aliases |= seen.aliases
        if known.kind in _BY_DEFAULT:
            known.kind = seen.kind
        return known, False

    def _affiliated(self, speaker: Speaker, seen: CitedSource) -> SourceKind:
        """The kind of a speaker; of an officer of a body cited before that of the body: "its director", "BNC chief"."""
        if seen.kind in _BY_DEFAULT:
            # "Sola Watch, an association that …"
            beside = apposed_kind(self.document, speaker.head)
            if beside is None or beside.kind is SourceKind.WITNESS:
                return seen.kind
            if not beside.person:
                seen.person = ()
            return beside.kind
        held = any(is_office(self.document, token) for token in range(speaker.start, speaker.end))
        if seen.kind is not SourceKind.OFFICIAL or not held:
            return seen.kind
        if speaker.start and self.document.lower[speaker.start - 1] in _ITS:
            last = self.last
            return last.kind if last is not None and last.kind in _BODIES and not last.person else seen.kind
        if self._of_the_group(speaker):
            return SourceKind.MILITANT
        bodies = (s for s in reversed(self.sources) if s.kind in _BODIES and not s.person)
        words = seen.words - set(seen.person)
        own = next((s for s in bodies if s.aliases & words or (s.proper and s.proper <= words)), None)
        return own.kind if own is not None else seen.kind

    def _of_the_group(self, speaker: Speaker) -> bool:
        """Whether somebody speaks for an armed group told of before: "the group's spokesman"."""
        document, armed = self.document, named_words("armed speakers")
        owners = (t for t in range(speaker.start + 1, speaker.end) if document.tags[t] == "POS")
        owner = next((t - 1 for t in owners if document.folded[t - 1] in armed), None)
        if owner is None:
            return False
        last = next((s for s in reversed(self.sources) if s.kind in _BODIES and not s.person), None)
        if last is not None and document.folded[owner] in named_words("bodies"):
            return last.kind is SourceKind.MILITANT
        return group_before(document, speaker.start) is not None

    def _unnamed_before(self, speaker: Speaker, seen: CitedSource) -> CitedSource | None:
        """The source first told of without its name: "a monitor said … the Observatory said", "the chief … Chief X"."""
        if not seen.proper:
            return None
        if seen.kind is SourceKind.MONITOR and not seen.person:
            return next((s for s in self.sources if s.kind is seen.kind and not s.named and not s.plural), None)
        last = self.last
        if seen.person and last is not None and last.office and not (last.person or last.proper or last.plural):
            # "…, the police chief said. Musa Gumel told reporters": a name without an office in the next sentence.
            bare = seen.words == frozenset(seen.person) and not self.document.sentence(speaker.start).title
            follows = self.document.sentence_of[speaker.start] == self.last_sentence + 1
            named = bare and follows and last.definite and seen.kind is SourceKind.WITNESS
            return last if named or last.head in seen.words else None
        return None

    def _by_noun(self, speaker: Speaker, seen: CitedSource) -> CitedSource | None:
        """The source that "the minister", "the group", "the source" stands for."""
        head = same_word(self.document.folded[speaker.head])
        office = is_office(self.document, speaker.head)
        named = next((s for s in reversed(self.sources) if head in s.words and (office or not s.person)), None)
        if named is not None:
            return named
        if head in named_words("bodies"):
            return next((s for s in reversed(self.sources) if s.kind in _BODIES and not s.person), None)
        if seen.kind in _NAMED_BODIES and not seen.plural:
            return next((s for s in reversed(self.sources) if s.kind is seen.kind and not s.person), None)
        last = self.last
        if last is None or last.kind is not seen.kind or seen.plural:
            return None
        # "The driver" is another witness than the passenger told of before; "the man" may be any.
        anybody = seen.kind is SourceKind.WITNESS and head in named_words("anybody")
        if not last.person and (last.plural or not anybody):
            return None
        same = seen.kind in _PERSONS and (seen.kind is not SourceKind.WITNESS or anybody)
        if same:
            return last
        return None


def _of_own_deed(document: Document, citation: Citation, source: CitedSource) -> Stance | None:
    """The stance of militants on what is their deed or not: "its fighters did it", "it was not behind it"."""
    if citation.stance is not Stance.REPORTS or source.kind is not SourceKind.MILITANT:
        return None
    start, end = citation.cue + 1, citation.content[1]
    for token in range(start, end - 2):
        own = document.lower[token] in _OWN and document.lower[token + 1] in _BE
        behind = document.lower[token + 2 : token + 4] if own else []
        if _BEHIND.intersection(behind):
            return Stance.DENIES if behind[0] in _NOT else Stance.CLAIMS_RESPONSIBILITY
    deeds = (f for f in document.frames if start <= f.trigger < end and f.sense in DEEDS and f.certainty.actual)
    agents = (agent for f in deeds for agent in f.agents if agent[0] >= start)
    owned = any(not _OWN.isdisjoint(document.lower[slice(*agent)]) for agent in agents)
    return Stance.CLAIMS_RESPONSIBILITY if owned else None
