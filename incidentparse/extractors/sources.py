"""Sources: who is cited, for what, and in what stance."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.citations import Citation, read_citations
from incidentparse.language.document import Document
from incidentparse.language.signoffs import read_signoffs
from incidentparse.language.source_kinds import is_office, read_kind
from incidentparse.language.speakers import Speaker, speaker_at
from incidentparse.mentions import SourceMention, Tokens
from incidentparse.record import SourceKind

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_SINGULAR = frozenset({"he", "she", "i"})
_NOTHING = frozenset({"the", "a", "an", "of", "for", "and", "in", "at", "s"})
_PERSONS = frozenset(
    {SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.WITNESS, SourceKind.MEDIC}
)
_BODIES = frozenset({SourceKind.NGO, SourceKind.MONITOR, SourceKind.MILITANT, SourceKind.OTHER})
_BODY_NOUNS = frozenset({"department", "office", "force", "service", "command", "agency", "bureau"})
_GROUP_NOUNS = frozenset({"group", "organisation", "organization", "body", "agency", "network", "charity", "watchdog"})

# The longest phrase that stands for a source named before: "the volunteer group".
_ANAPHOR = 3


@dataclass(slots=True)
class _Source:
    """One source of the article while its mentions are gathered."""

    key: str
    kind: SourceKind
    person: tuple[str, ...]
    proper: frozenset[str]
    words: frozenset[str]
    head: str
    plural: bool
    office: bool
    aliases: set[str] = field(default_factory=set)


def extract(document: Document) -> list[SourceMention]:
    """The mentions, in the order of the text."""
    citations = sorted([*read_citations(document), *read_signoffs(document)], key=lambda c: (c.cue, c.rule))
    reader = _Reader(document)
    mentions = [mention for citation in citations for mention in reader.read(citation)]
    # Who is cited in the headline alone, mostly by office, is named in the text, if anybody is cited there.
    cited = {mention.key for mention in mentions if not document.sentence(mention.start).title}
    return [mention for mention in mentions if mention.key in cited] if cited else mentions


class _Reader:
    """Ties the citations of one article to its sources."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sources: list[_Source] = []
        self.last: _Source | None = None
        self.last_sentence = -1
        self.full_names = _full_names(document)

    def read(self, citation: Citation) -> list[SourceMention]:
        """The mentions of a citation: the speaker as it stands, and where its full name stands."""
        if citation.pronoun is not None:
            return self._by_pronoun(citation, citation.pronoun)
        speaker = citation.speaker
        if speaker is None:
            return []
        introduced = self._introduction(speaker)
        source, new = self._source(introduced or speaker)
        if citation.rule != "told":
            self._now(source, speaker.start)
        mentions = []
        if new and introduced is not None:
            mentions.append(self._mention(citation, (introduced.start, introduced.end), source, "introduced"))
        mentions.append(self._mention(citation, (speaker.start, speaker.end), source, citation.rule, speaker.aliases))
        return mentions

    def _mention(
        self, citation: Citation, place: Tokens, source: _Source, rule: str, aliases: tuple[Tokens, ...] = ()
    ) -> SourceMention:
        return SourceMention(
            *place,
            rule,
            key=source.key,
            kind=source.kind,
            stance=citation.stance,
            content=citation.content,
            url=citation.url,
            aliases=aliases,
        )

    def _by_pronoun(self, citation: Citation, pronoun: int) -> list[SourceMention]:
        place = (pronoun, pronoun + 1)
        fresh = self.last_sentence != self.document.sentence_of[pronoun]
        newcomer = self._newcomer(pronoun) if fresh and self.document.lower[pronoun] in _SINGULAR else None
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

    def _now(self, source: _Source, token: int) -> None:
        self.last, self.last_sentence = source, self.document.sentence_of[token]

    def _antecedent(self, pronoun: int) -> _Source | None:
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

    def _introduction(self, speaker: Speaker) -> Speaker | None:
        """Where the article gives the full name of a person cited by surname."""
        names = _person(self.document, speaker.start, speaker.end)
        if len(names) > 1:
            return None
        head = speaker.head if not names else names[-1]
        if self.document.pos[head] != "PROPN" or (not names and speaker.end - speaker.start > 1):
            return None
        full = self.full_names.get(self.document.folded[head])
        if full is None or speaker.start <= full < speaker.end:
            return None
        return speaker_at(self.document, full)

    def _source(self, speaker: Speaker) -> tuple[_Source, bool]:
        document = self.document
        seen = _describe(document, speaker)
        known = next((s for s in reversed(self.sources) if _same(s, seen)), None)
        if known is None and _anaphoric(document, speaker):
            known = self._by_noun(speaker, seen)
        if known is None:
            known = self._unnamed_before(seen)
        if known is None:
            self.sources.append(seen)
            return seen, True
        if len(seen.proper) > len(known.proper):
            known.proper = seen.proper
            known.person = seen.person
            known.words |= seen.words
        known.aliases |= seen.aliases
        return known, False

    def _unnamed_before(self, seen: _Source) -> _Source | None:
        """The source first told of without its name: "a monitor said … the Observatory said", "the chief … Chief X"."""
        if not seen.proper:
            return None
        if seen.kind is SourceKind.MONITOR and not seen.person:
            return next((s for s in self.sources if s.kind is seen.kind and not s.proper), None)
        last = self.last
        if seen.person and last is not None and not last.person and not last.plural and last.head in seen.words:
            return last
        return None

    def _by_noun(self, speaker: Speaker, seen: _Source) -> _Source | None:
        """The source that "the minister", "the group", "the source" stands for."""
        head = self.document.folded[speaker.head]
        named = next((s for s in reversed(self.sources) if head in s.words), None)
        if named is not None:
            return named
        if head in _GROUP_NOUNS:
            return next((s for s in reversed(self.sources) if s.kind in _BODIES and not s.person), None)
        last = self.last
        if last is not None and last.kind is seen.kind and last.person and seen.kind in _PERSONS and not seen.plural:
            return last
        return None


def _describe(document: Document, speaker: Speaker) -> _Source:
    tokens = [t for t in range(speaker.start, speaker.end) if not _seat(document, t)]
    person = tuple(document.folded[t] for t in _person(document, speaker.start, speaker.end))
    words = frozenset(document.folded[t] for t in tokens if document.folded[t].isalnum()) - _NOTHING
    proper = frozenset(document.folded[t] for t in tokens if _proper(document, t)) - _NOTHING
    aliases = {document.folded[t] for alias in speaker.aliases for t in range(*alias)}
    initials = "".join(document.words[t][0] for t in tokens if document.words[t][0].isupper())
    if len(initials) > 2:
        aliases.add(initials.lower())
    return _Source(
        key=" ".join(document.folded[t] for t in tokens),
        kind=read_kind(document, speaker.start, speaker.end),
        person=person,
        proper=frozenset(person) if person else proper,
        words=words,
        head=document.folded[speaker.head],
        plural=document.tags[speaker.head] in ("NNS", "NNPS"),
        office=next((is_office(document, t) for t in tokens if document.lower[t] not in _DEFINITE), False),
        aliases=aliases,
    )


def _proper(document: Document, token: int) -> bool:
    return document.pos[token] == "PROPN" and document.words[token][0].isupper()


def _seat(document: Document, token: int) -> bool:
    """Part of where a body sits: "Britain" and "based" in "the Britain-based group"."""
    return document.lower[token] == "based" or document.lower[token + 1 : token + 3] == ["-", "based"]


def _same(known: _Source, seen: _Source) -> bool:
    if known.person and seen.person:
        return known.person[-1] == seen.person[-1] and (
            len(seen.person) == 1 or len(known.person) == 1 or known.person[0] == seen.person[0]
        )
    if known.person or seen.person:
        person, other = (known, seen) if known.person else (seen, known)
        if other.words == {person.person[-1]} or (other.aliases | other.proper) & person.aliases:
            return True
        return other.office and other.words <= person.words
    if known.aliases & seen.proper or seen.aliases & known.proper:
        return True
    if known.proper and seen.proper:
        return known.words <= seen.words or seen.words <= known.words or known.proper == seen.proper
    if not known.proper and not seen.proper:
        if known.kind is seen.kind is SourceKind.MONITOR and not (known.plural or seen.plural):
            return True
        return known.head == seen.head and (known.words <= seen.words or seen.words <= known.words)
    # "Police" after "Springfield police": the bare noun means the body just named.
    if seen.proper or len(seen.words) != 1 or known.kind is not seen.kind:
        return False
    return seen.words <= known.words and (known.head == seen.head or known.head in _BODY_NOUNS)


def _anaphoric(document: Document, speaker: Speaker) -> bool:
    """ "The source", "the ministry", "the Britain-based group": definite, without a name, with few words."""
    tokens = [t for t in range(speaker.start, speaker.end) if not _seat(document, t) and document.lower[t] != "-"]
    proper = any(document.pos[t] == "PROPN" for t in tokens)
    return len(tokens) <= _ANAPHOR and not proper and document.lower[speaker.start] in _DEFINITE


def _person(document: Document, start: int, end: int) -> list[int]:
    """The first person's name in tokens ``start`` to before ``end``."""
    found: list[int] = []
    office = next((t for t in range(end - 1, start - 1, -1) if is_office(document, t)), None)
    if (
        office is not None
        and document.words[office].islower()
        and end - office > 2
        and all(document.pos[t] == "PROPN" for t in range(office + 1, end))
    ):
        return list(range(office + 1, end))
    for token in range(start, end):
        if document.entity[token] == "PERSON" and document.pos[token] == "PROPN":
            found.append(token)
        elif found:
            break
    return found


def _full_names(document: Document) -> dict[str, int]:
    """For each surname the last token of the first full name that ends in it."""
    names: dict[str, int] = {}
    for start, end, label in document.entities:
        if label == "PERSON" and end - start > 1:
            last = end - 1
            while last > start and (document.lower[last] in ("'s", "’s") or document.pos[last] == "PUNCT"):
                last -= 1
            if last > start:
                names.setdefault(document.folded[last], last)
    return names
