"""Whom a pronoun means: the subject told before it, "Jane Roe was leaving … fired at her"."""

from __future__ import annotations

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.people import people_index
from incidentparse.language.person_names import is_name
from incidentparse.mentions import Tokens
from incidentparse.record import Side

_ONE = frozenset({"he", "she", "him", "her"})
_SOME = frozenset({"they", "them"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})


def antecedent(document: Document, pronoun: int) -> Tokens | None:
    """The phrase of people that was the subject last before a personal pronoun, in its sentence or the one before."""
    word = document.lower[pronoun]
    if word not in _ONE and word not in _SOME:
        return None
    sentence = document.sentence(pronoun)
    first = sentence.start
    if sentence.index and not document.sentences[sentence.index - 1].title:
        first = document.sentences[sentence.index - 1].start
    # Who fires at her is not she.
    verb = next((node for node in document.ancestors(pronoun) if document.pos[node] == "VERB"), pronoun)
    for token in range(pronoun - 1, first - 1, -1):
        if document.heads[token] == verb:
            continue
        if document.deps[token] in _SUBJECTS and _fits(document, token, plural=word in _SOME):
            return document.phrase_of.get(token, (token, token + 1))
    return None


def _fits(document: Document, subject: int, *, plural: bool) -> bool:
    """Whether a subject is a person, or people, of nobody's side, and not the one who tells of it."""
    if document.lemmas[document.heads[subject]] in attributing_verbs():
        return False
    if is_name(document, subject):
        joined = any(document.deps[c] == "conj" for c in document.children[subject])
        return joined == plural
    form = people_index().match(document.folded, subject, subject + 1)
    if form is None or form.value.noun.side is Side.PERPETRATOR:
        return False
    return form.value.plural == plural
