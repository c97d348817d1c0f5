"""Which thing "it" means: "the church was abandoned after it was bombed"."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.grammar import SUBJECTS
from incidentparse.language.target_nouns import object_noun
from incidentparse.language.target_phrases import phrase_head, trimmed
from incidentparse.mentions import Tokens

_OBJECTS = frozenset({"dobj"})
_BEHIND_PREPOSITIONS = frozenset({"pobj"})


def thing_meant(document: Document, pronoun: int) -> Tokens | None:
    """The thing told of last before "it": in its sentence, else the subject of the one before."""
    if document.lower[pronoun] != "it":
        return None
    sentence = document.sentence(pronoun)
    verb = document.heads[pronoun]
    verbs = {verb}
    if document.deps[pronoun] not in SUBJECTS:
        # "A drone hit a depot and set it ablaze": not the subject that both verbs share.
        verbs.update(_joined_before(document, verb))
    for parties in (SUBJECTS, _OBJECTS, _BEHIND_PREPOSITIONS):
        for token in range(pronoun - 1, sentence.start - 1, -1):
            shared = document.heads[token] in verbs and (parties is SUBJECTS or document.heads[token] == verb)
            if document.deps[token] in parties and not shared:
                thing = _thing(document, token)
                if thing is not None:
                    return thing
    if not sentence.index or document.sentences[sentence.index - 1].title:
        return None
    before = document.sentences[sentence.index - 1]
    subject = next((t for t in range(before.start, before.end) if document.deps[t] in SUBJECTS), None)
    return _thing(document, subject) if subject is not None else None


def _joined_before(document: Document, verb: int) -> Iterator[int]:
    """The verbs that a verb is joined to: "crashed" of "crashed into it and burnt"."""
    while document.deps[verb] == "conj":
        verb = document.heads[verb]
        yield verb


def _thing(document: Document, token: int) -> Tokens | None:
    """The phrase of a token where it is of one thing that can be hit."""
    if document.lemmas[document.heads[token]] in attributing_verbs():
        return None
    place = document.phrase_of.get(token, (token, token + 1))
    start, end = trimmed(document, *place)
    if start >= end:
        return None
    things = object_noun(document, start, phrase_head(document, start, end))
    return place if things is not None and not things.plural else None
