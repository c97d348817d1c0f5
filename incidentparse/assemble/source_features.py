"""Named features of a source, by which learned weights tell those cited on the incident from those who only comment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from pydantic import Field

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.language.document import Document
from incidentparse.language.grammar import PAST
from incidentparse.language.triggers import DEEDS
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.mentions import SourceMention, Tokens
from incidentparse.record import SourceKind, Stance

Features = dict[str, float]

_DEFINITE = frozenset({"the", "this"})
_MODALS = frozenset({"will", "would", "should", "must", "could", "may", "might", "'ll", "need", "hope"})
_WE = frozenset({"we", "our", "us"})
_STATES = frozenset({"GPE", "NORP"})
_HEARERS = frozenset({"dobj", "dative"})
# "Witnesses", "the army": a name of so many words says no more than what kind of source it is.
_SHORT = 2
_PARTICLES = frozenset({"DET", "PART", "PUNCT"})
# Senses of the frames that tell of violence.
_VIOLENCE = DEEDS | {"die", "miss"}
_COMMENTING = frozenset(
    {SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.MILITANT, SourceKind.OTHER, SourceKind.ANONYMOUS}
)
# The lead of a report: its first sentences behind the headline; 2 and 4 give the same F1 within 0.001.
_LEAD = 3
# From this part of an article on, those who have not spoken before mostly comment.
_LATE = 0.5
# A shorter report has no room for comment; the weights are learned with it.
_LONG = 12
# Shares of words are weighed up to one in so many.
_DENSE_COMMENT, _DENSE_FACTS, _DENSE_PAST = 10, 5, 10


class ContentEntry(LexiconEntry):
    """A line of ``source_content.jsonl``: words that tell comment from fact in what is said.

    Attributes:
        class_: "attitude": verbs of saying that comment; "comment" and "fact": words of what is said; "press": those
            who are told for the public.
        lemmas: the words.
    """

    class_: Literal["attitude", "comment", "fact", "press"] = Field(alias="class")
    lemmas: tuple[str, ...]


@cache
def _words() -> dict[str, str]:
    entries = load_lexicon("source_content.jsonl", ContentEntry)
    return {lemma: entry.class_ for entry in reversed(entries) for lemma in entry.lemmas}


def describe(document: Document, draft: Draft, drafts: Drafts, found: Sequence[SourceMention]) -> Features:
    """The features of one source from all places where it is cited; those that are zero are left out."""
    told = list(dict.fromkeys(m.content for m in found if m.content is not None))
    features = _place(document, draft, drafts, found, told) | _content(document, found, told) | _who(document, found)
    return {name: value for name, value in features.items() if value}


def _place(
    document: Document, draft: Draft, drafts: Drafts, found: Sequence[SourceMention], told: Sequence[Tokens]
) -> Features:
    """Where the source is cited: in which part of the article, and how near to what tells of the incident."""
    owned = [any(drafts.owned(draft, token) for token in range(*content)) for content in told]
    sentences = [document.sentence_of[content[0]] for content in told]
    own = [document.sentence_of[event.trigger] for event in draft.events]
    distance = min((abs(s - o) for s in sentences for o in own), default=len(document.sentences))
    long = len(document.sentences) >= _LONG
    position = told[0][0] / len(document) if told else 0.0
    titles = sum(s.title for s in document.sentences[: min(sentences, default=0) + 1])
    names_event = _names_event(document, draft, told)
    claims = any(m.stance is Stance.CLAIMS_RESPONSIBILITY for m in found)
    violent = claims or any(s <= f.trigger < e for f in document.frames if f.sense in _VIOLENCE for s, e in told)
    return {
        "owned": float(any(owned)),
        "all_owned": float(all(owned)),
        "names_event": float(names_event),
        "unowned": float(not any(owned) and not names_event),
        "own_sentence": float(distance == 0),
        "next_sentence": float(distance == 1),
        "lead": float(bool(sentences) and min(sentences) - titles < _LEAD),
        "late": position if long else 0.0,
        "late_comment": float(long and position > _LATE and found[0].kind in _COMMENTING and not violent),
        "short_report": float(not long),
        "cited_often": float(len(told) > 2),
    }


def _content(document: Document, found: Sequence[SourceMention], told: Sequence[Tokens]) -> Features:
    """What is said: the words of comment and of fact, and the tenses."""
    words = _words()
    cues = {m.cue for m in found if m.cue is not None}
    tokens = [t for content in told for t in range(*content)]
    size = max(1, len(tokens))
    kinds = [words.get(document.lemmas[t], "") for t in tokens]
    past = sum(document.tags[t] in PAST for t in tokens if t not in cues)
    if any(m.stance is Stance.CLAIMS_RESPONSIBILITY for m in found):
        # "Claimed responsibility" is a fact of the incident, whatever else is said.
        kinds = ["fact" if kind == "comment" else kind for kind in kinds]
    return {
        "attitude": float(bool(cues) and all(words.get(document.lemmas[cue]) == "attitude" for cue in cues)),
        "comment": min(1.0, kinds.count("comment") * _DENSE_COMMENT / size),
        "facts": min(1.0, kinds.count("fact") * _DENSE_FACTS / size),
        "no_facts": float("fact" not in kinds),
        "past": min(1.0, past * _DENSE_PAST / 2 / size),
        "no_past": float(not past),
        "all_modal": float(all(any(document.lower[t] in _MODALS for t in range(*content)) for content in told)),
        "we": float(any(document.lower[t] in _WE and not document.words[t].isupper() for t in tokens)),
        "stance": float(any(m.stance is not Stance.REPORTS for m in found)),
    }


def _who(document: Document, found: Sequence[SourceMention]) -> Features:
    """Who is cited, and how."""
    first = next((m for m in found if m.rule != "pronoun"), found[0])
    name = range(first.start, first.end)
    full = max(found, key=lambda m: m.end - m.start)
    longest = full.end - full.start
    state = all(document.entity[t] in _STATES or document.pos[t] in _PARTICLES for t in name)
    return {
        "kind_" + found[0].kind.value: 1.0,
        "rule_" + found[0].rule: 1.0,
        "state_alone": float(state),
        "one_word": float(len(name) == 1),
        "short_name": float(longest <= _SHORT),
        "noun_alone": float(longest == _SHORT and document.lower[full.start] in _DEFINITE),
        "to_press": float(any(_told_press(document, m.cue) for m in found if m.cue is not None)),
    }


def _told_press(document: Document, cue: int) -> bool:
    """Whether what is said is said to reporters or an outlet: "told newsmen", "told Reuters", "spoke to the press"."""
    hearers = [c for c in document.children[cue] if document.deps[c] in _HEARERS]
    to = [c for c in document.children[cue] if document.lower[c] == "to"]
    hearers += [h for c in to for h in document.children[c] if document.deps[h] == "pobj"]
    return any(document.entity[h] == "ORG" or _words().get(document.lemmas[h]) == "press" for h in hearers)


def _names_event(document: Document, draft: Draft, told: Sequence[Tokens]) -> bool:
    """Whether what is said speaks of the incident by its own word: "the area in which the blast occurred"."""
    words = {document.lower[event.trigger] for event in draft.events if document.pos[event.trigger] == "NOUN"}
    return any(
        document.lower[token] in words and document.lower[token - 1] in _DEFINITE
        for content in told
        for token in range(content[0] + 1, content[1])
    )
