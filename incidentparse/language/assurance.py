"""How surely somebody is said to have done a deed: stated, suspected or only a matter of accusation."""

from __future__ import annotations

from incidentparse.language.certainty import read_certainty
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.named_words import named_words
from incidentparse.mentions import Tokens
from incidentparse.record import Attribution

_MODALS = frozenset({"may", "might", "could"})
# From the deed up to the verb of accusing there are no more words.
_MAX_CLIMB = 4
_GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "nsubjpass", "acl", "pcomp"})


def frame_attribution(document: Document, frame: Frame, agent: Tokens) -> tuple[Attribution, Tokens | None]:
    """How surely the agent of a frame did it: suspected or accused where it or its deed is hedged, else stated."""
    by = frame.certainty.attributed_to
    # "presumably by guerrillas": the doubt may stand in front of the preposition.
    start = max(document.sentence(agent[0]).start, agent[0] - (2 if document.lower[agent[0] - 1] == "by" else 1))
    if not named_words("suspecting").isdisjoint(document.lower[start : agent[1] - 1]):
        return Attribution.SUSPECTED, by
    if frame.certainty.hypothetical or hedged(document, frame.trigger):
        return Attribution.SUSPECTED, by
    return (Attribution.ACCUSED, by) if is_accusation(document, frame.trigger) else (Attribution.STATED, None)


def is_accusation(document: Document, token: int) -> bool:
    """Whether what a word says is what somebody is accused of."""
    node = token
    for _ in range(_MAX_CLIMB):
        if document.heads[node] == node or document.deps[node] not in _GOVERNED:
            return False
        node = document.heads[node]
        if document.pos[node] == "VERB" and document.lemmas[node] in named_words("accusation"):
            return True
    return False


def hedged(document: Document, token: int) -> bool:
    """Whether what a word says is only believed, alleged or likely."""
    node = token
    for _ in range(_MAX_CLIMB):
        if document.lemmas[node] in named_words("believing") and node != token:
            return True
        if any(
            document.lower[c] in named_words("suspecting")
            or (document.deps[c] == "aux" and document.lower[c] in _MODALS)
            # "the first hypothesis is that the rebels did it"
            or (document.deps[c] == "nsubj" and document.lemmas[c] in named_words("hypotheses"))
            for c in document.children[node]
        ):
            return True
        if document.heads[node] == node or document.deps[node] not in _GOVERNED:
            return False
        node = document.heads[node]
    return False


def is_doubted(document: Document, token: int) -> bool:
    """Whether a word is hedged, or what it says is only asked about: "whether the cartel ordered it"."""
    return hedged(document, token) or read_certainty(document, token).hypothetical
