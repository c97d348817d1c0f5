"""Whom a pronoun means: the people told before it, and the parties of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.grammar import SUBJECTS
from incidentparse.language.party import Party
from incidentparse.language.people import people_index
from incidentparse.language.person_names import is_name
from incidentparse.mentions import Tokens
from incidentparse.record import ActorKind, Side

# How many sentences back "the group" and "he" look for whom they mean.
_REACH = 3
_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "pobj", "csubj"})
_OBJECTS = frozenset({"dobj", "pobj"})
_AS_OBJECT = frozenset({"him", "her"})


def antecedent(document: Document, pronoun: int) -> Tokens | None:
    """The phrase of people that was the subject last before "he" or "them", in its sentence or the one before."""
    word = document.lower[pronoun]
    if word not in _SINGULAR and word not in _PLURAL:
        return None
    sentence = document.sentence(pronoun)
    first = sentence.start
    if sentence.index and not document.sentences[sentence.index - 1].title:
        first = document.sentences[sentence.index - 1].start
    # Who fires at her is not she.
    verb = next((node for node in document.ancestors(pronoun) if document.pos[node] == "VERB"), pronoun)
    for token in range(pronoun - 1, first - 1, -1):
        if document.deps[token] not in SUBJECTS or document.heads[token] == verb or _says(document, token):
            continue
        if _fits(document, token, plural=word in _PLURAL):
            return document.phrase_of.get(token, (token, token + 1))
    if word in _AS_OBJECT and document.deps[pronoun] != "poss":
        # "Gunmen stopped the mayor and shot him"
        for token in range(pronoun - 1, sentence.start, -1):
            if (
                document.deps[token] in _OBJECTS
                and document.heads[token] != verb
                and _fits(document, token, plural=False)
            ):
                return document.phrase_of.get(token, (token, token + 1))
    return None


def _fits(document: Document, subject: int, *, plural: bool) -> bool:
    """Whether a subject is a person, or people, of nobody's side."""
    if is_name(document, subject):
        joined = any(document.deps[c] == "conj" for c in document.children[subject])
        return joined == plural
    form = people_index().match(document.folded, subject, subject + 1)
    if form is None or form.value.noun.side is Side.PERPETRATOR:
        return False
    return form.value.plural == plural


def named_before(document: Document, token: int, parties: Sequence[Party]) -> Iterator[Party]:
    """The named parties before a token, nearest first, not further back than a pronoun reaches."""
    floor = _floor(document, token)
    for party in reversed(parties):
        if party.start < floor:
            return
        if party.end <= token:
            yield party


def referent(
    document: Document, token: int, at: Mapping[int, Party], parties: Sequence[Party], strangers: Iterable[Party]
) -> list[Party]:
    """Whom a pronoun stands for: the nearest party of its number, a subject before others."""
    word = document.lower[token]
    speaker = _speaker(document, token, at)
    named = list(named_before(document, token, parties))
    floor = _floor(document, token)
    near = sorted([*named, *(p for p in strangers if floor <= p.start and p.end <= token)], key=lambda p: -p.start)
    if speaker is not None and (speaker.kind is ActorKind.INDIVIDUAL) == (word in _SINGULAR):
        fits = [speaker]
    elif word in _SINGULAR:
        single = [p for p in near if p.kind is ActorKind.INDIVIDUAL or not p.plural]
        # "He is charged": the police chief who spoke before is not the one.
        passive = document.deps[token] == "nsubjpass"
        fits = [p for p in single if not (passive and _says(document, p.end - 1))] or single
    elif word in _PLURAL:
        many = [p for p in near if p.plural]
        # "They shot": the command that reported it before is not they.
        fits = [p for p in many if not _says(document, p.end - 1)] or many
    elif word in _NEUTER:
        fits = [p for p in named if p.plural and p.kind is not ActorKind.INDIVIDUAL]
    else:
        return []
    # "He was held by officers in a town. They charged him": a subject before what stands behind a preposition.
    order = (SUBJECTS, _SUBJECTS) if document.deps[token] in SUBJECTS or word in _AS_OBJECT else (_SUBJECTS,)
    party = next((p for deps in order for p in fits if document.deps[p.end - 1] in deps), fits[0] if fits else None)
    if party is None:
        return []
    return [
        Party(token, token + 1, party.name, party.key, party.kind, "pronoun", party.country_code, plural=party.plural)
    ]


def _floor(document: Document, token: int) -> int:
    return document.sentences[max(0, document.sentence_of[token] - _REACH)].start


def _speaker(document: Document, token: int, at: Mapping[int, Party]) -> Party | None:
    """The party that says the clause of a pronoun: "the rebels said they had fired"."""
    clause = document.heads[token]
    verb = document.heads[clause]
    if document.deps[clause] != "ccomp" or document.deps[token] not in _SUBJECTS or token < verb:
        return None
    subjects = (c for c in document.children[verb] if document.deps[c] == "nsubj")
    return next((at[c] for c in subjects if c in at), None)


def _says(document: Document, subject: int) -> bool:
    """Whether a subject is the one who tells of it."""
    return document.deps[subject] == "nsubj" and document.lemmas[document.heads[subject]] in attributing_verbs()
