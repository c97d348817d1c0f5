"""Blame and denial that tie nobody to a deed: negated, of mere rumors, of giving shelter to those who did it."""

from __future__ import annotations

from incidentparse.language.arguments import Arguments, verb_arguments
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.record import Attribution

_CHARGED = frozenset({"of", "with", "for"})


def is_negated(document: Document, token: int) -> bool:
    """Whether nobody did what a word says, or not the one named."""
    return any(document.deps[c] == "neg" or document.lower[c] in ("nobody", "no") for c in document.children[token])


def is_no_deed(document: Document, verb: int, attribution: Attribution, arguments: Arguments) -> bool:
    """Whether somebody is accused of what is no violence, denies what is said of others, or admits own losses."""
    if attribution is Attribution.ACCUSED:
        return _only_abets(document, verb)
    if attribution is Attribution.CLAIMED:
        return _own_losses(document, verb)
    return attribution is Attribution.DENIED and _hearsay(document, arguments)


def denies_in_general(document: Document, verb: int) -> bool:
    """ "denies targeting civilians", "has always denied it": what somebody is said never to do is not this deed."""
    children = document.children[verb]
    if any(document.deps[c] == "advmod" and document.lower[c] in named_words("time and again") for c in children):
        return True
    if document.tags[verb] not in ("VBZ", "VBP"):
        return False
    named = (o for c in children if document.tags[c] == "VBG" for o in verb_arguments(document, c).objects)
    return any(document.tags[o] == "NNS" and not document.children[o] for o in named)


def _hearsay(document: Document, arguments: Arguments) -> bool:
    """ "police denied rumors of hostages": of others, for nothing says that the rumors are of their own deeds."""
    return any(
        document.lemmas[o] in named_words("hearsay")
        and not any(document.tags[t] == "PRP$" for t in range(*document.subtree(o)))
        for o in arguments.objects
    )


def _own_losses(document: Document, verb: int) -> bool:
    """ "admitted that four of its fighters were killed": a loss is no deed."""
    clauses = (c for c in document.children[verb] if document.deps[c] == "ccomp")
    hit = (s for c in clauses for s in document.children[c] if document.deps[s] == "nsubjpass")
    return any(document.tags[t] == "PRP$" for s in hit for t in range(*document.subtree(s)))


def _only_abets(document: Document, verb: int) -> bool:
    """ "accused its neighbour of sheltering the rebels who did it": not of the deed."""
    return any(
        document.lemmas[deed] in named_words("abetting")
        for preposition in document.children[verb]
        if document.lower[preposition] in _CHARGED
        for deed in document.children[preposition]
    )
