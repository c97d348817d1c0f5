"""How attackers were stopped, told beside the attack: police who shot the man with the knife."""

from __future__ import annotations

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.company import is_force
from incidentparse.language.document import Document, read_once
from incidentparse.language.frames import Frame
from incidentparse.language.named_words import named_words
from incidentparse.mentions import Tokens
from incidentparse.record import IncidentType

_STOPPING = frozenset({"shoot", "kill", "die"})
_ATTACKS = frozenset({"attack", "explode", "bombing", "kill", "injure", "abduct"})
_HE = frozenset({"he", "him", "she", "her", "they", "them"})
# In a fight both sides attack and answer.
_MUTUAL = frozenset({IncidentType.ARMED_CLASH, IncidentType.UNREST, IncidentType.RAID})


@read_once
def answers(document: Document) -> frozenset[int]:
    """Trigger tokens of the deeds by which forces, or nobody named, stopped those who did another of the deeds told."""
    attackers = {
        agent
        for frame in document.frames
        if frame.types and frame.types[0] not in _MUTUAL and frame.certainty.actual
        for agent in frame.agents
        if not is_force(document, agent)
    }
    stopping = {f.trigger for f in document.frames if f.sense in _STOPPING and _stops(document, f, attackers)}
    # "killed five attackers and captured one"
    joined = {f.trigger for f in document.frames if document.deps[f.trigger] == "conj"}
    return frozenset(stopping | {t for t in joined if document.heads[t] in stopping})


def _stops(document: Document, frame: Frame, attackers: set[Tokens]) -> bool:
    if not frame.patients:
        # In the clipped passive of headlines the one stopped stands first: "assailant shot dead".
        headline = document.sentence(frame.trigger).title
        return headline and any(document.lemmas[end - 1] in named_words("attackers") for _, end in frame.agents)
    return all(is_force(document, agent) for agent in frame.agents) and any(
        _is_attacker(document, patient, attackers, frame) for patient in frame.patients
    )


def _is_attacker(document: Document, who: Tokens, attackers: set[Tokens], frame: Frame) -> bool:
    """One who is told to have attacked before, by the same words, a pronoun or a word for an attacker."""
    head = who[1] - 1
    if who in attackers:
        return True
    if document.lemmas[head] in named_words("attackers"):
        # Those called so have attacked, also where nothing is told to be done by them.
        return any(f.sense in _ATTACKS and f.trigger < frame.trigger for f in document.frames)
    if all(start > frame.trigger for start, _ in attackers):
        return False
    if who[1] - who[0] == 1 and document.lower[who[0]] in _HE:
        # Of somebody shot by nobody named, "he" is as likely the one attacked.
        return bool(frame.agents)
    noun = actor_noun(document, head)
    return noun is not None and not noun.weak and document.tags[head] == "NN"
