"""Which thing "it" means: "the church was abandoned after it was bombed"."""

from __future__ import annotations

from incidentparse.language.certainty import attributing_verbs
from incidentparse.language.document import Document
from incidentparse.language.target_nouns import object_noun
from incidentparse.language.target_phrases import phrase_head, trimmed
from incidentparse.mentions import Tokens

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj"})


def thing_meant(document: Document, pronoun: int) -> Tokens | None:
    """The thing told of last before "it": in its sentence, else the subject of the one before."""
    if document.lower[pronoun] != "it":
        return None
    sentence = document.sentence(pronoun)
    verb = document.heads[pronoun]
    for parties in (_SUBJECTS, _OBJECTS):
        for token in range(pronoun - 1, sentence.start - 1, -1):
            if document.deps[token] in parties and document.heads[token] != verb:
                thing = _thing(document, token)
                if thing is not None:
                    return thing
    if not sentence.index or document.sentences[sentence.index - 1].title:
        return None
    before = document.sentences[sentence.index - 1]
    subject = next((t for t in range(before.start, before.end) if document.deps[t] in _SUBJECTS), None)
    return _thing(document, subject) if subject is not None else None


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
