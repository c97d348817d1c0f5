"""Weapons: means of attack, from their words and from deeds."""

from __future__ import annotations

from collections.abc import Iterator

from incidentparse.language.document import Document, Sentence
from incidentparse.language.lexicon import Hit
from incidentparse.language.weapon_words import Cue, WeaponEntry, weapon_cues, weapon_index
from incidentparse.mentions import Certainty, WeaponMention
from incidentparse.record import WeaponKind

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_VERBS = frozenset({"VERB", "AUX"})
_UNREAL = frozenset({"could", "may", "might", "would", "can", "should", "will", "must"})
_DENYING = frozenset({"deny", "reject", "refute"})
_NONE = frozenset({"no", "without", "neither", "nor", "never"})
_NOT = _NONE | {"not", "n't"}
_FIRED_AT = frozenset({"on", "at", "into", "upon", "toward", "towards", "from", "in", "indiscriminately", "randomly"})
_RAMMED_INTO = frozenset({"into", "through", "onto", "over", "at", "among", "down"})
_RELATIVE = frozenset({"WP", "WDT"})
# Syntax between a weapon and the verb that was done to it.
_PASSES_UP = frozenset({"conj", "compound", "nmod", "appos", "pobj", "prep", "amod", "npadvmod", "poss"})
_OBJECTS = frozenset({"dobj", "xcomp"})
_UNDERGOES = frozenset({"dobj", "nsubjpass", "acl", "relcl", "attr"})

# How many heads are climbed from a weapon to a verb: "[found] a cache of [weapons] including [rifles]" needs five.
_CLIMB = 6
# Heads climbed from a platform: "[strikes] by [jets] of the Russian [air force]" needs four.
_PLATFORM_CLIMB = 4
# Words between a thing and a past participle behind it without its own syntax ("seven weapons recovered").
_BEHIND = 3
# Words between "fired" and what was fired, or what it was fired at.
_FIRED_REACH = 6
# Words between "loaded" and the explosives: "loaded with more than 100 kg of dynamite".
_LADEN_REACH = 9
# Words between a verb of driving, its preposition and the people driven into.
_RAM_REACH = 9


def extract(document: Document) -> list[WeaponMention]:
    """The mentions, in the order of the text."""
    mentions = list(_laden_vehicles(document))
    for hit in weapon_index().find(document.folded):
        entry = hit.value
        if not _fits(document, hit) or not _in_context(document, hit):
            continue
        negated = _negated(document, hit)
        used = not negated and not (entry.reading == "thing" and _unused(document, hit))
        mentions.append(
            WeaponMention(
                hit.start,
                hit.end,
                _rule(document, hit),
                kind=entry.kind,
                used=used,
                general=entry.general,
                certainty=Certainty(negated=negated),
            )
        )
    return sorted(mentions, key=lambda m: m.start)


def _laden_vehicles(document: Document) -> Iterator[WeaponMention]:
    """ "A truck packed with 100 kg of dynamite", "an explosives-laden Corolla"."""
    cues = weapon_cues()
    for token, word in enumerate(document.folded):
        if word not in cues["laden"] or not token:
            continue
        sentence = document.sentence(token)
        if document.words[token - 1] == "-" and document.folded[token - 2] in cues["filling"]:
            end = document.phrase_of.get(token, (token, token + 1))[1]
            carried = document.folded[end - 1]
            if end - 1 > token and carried not in cues["worn"] and carried not in cues["filling"]:
                yield _vehicle_bomb(token - 2, end)
        elif document.folded[token + 1 : token + 2] in (["with"], ["of"]):
            stop = min(sentence.end, token + _LADEN_REACH)
            filling = next((t for t in range(token + 2, stop) if document.folded[t] in cues["filling"]), None)
            first = max(sentence.start, token - _BEHIND)
            vehicle = next((t for t in range(token - 1, first - 1, -1) if document.folded[t] in cues["vehicle"]), None)
            told = vehicle is not None and _NOT.isdisjoint(document.lower[vehicle:stop])
            if filling is not None and vehicle is not None and told:
                yield _vehicle_bomb(vehicle, filling + 1)


def _vehicle_bomb(start: int, end: int) -> WeaponMention:
    return WeaponMention(start, end, "thing", kind=WeaponKind.VEHICLE_BOMB)


def _fits(document: Document, hit: Hit[WeaponEntry]) -> bool:
    """Whether part of speech and neighbours allow the entry's sense."""
    entry, folded = hit.value, document.folded
    pos = document.pos[hit.end - 1]
    if entry.pos == "N" and pos not in _NOUNS:
        return False
    if entry.pos == "V" and pos not in _VERBS:
        return False
    if hit.end < len(folded) and folded[hit.end] in entry.not_before:
        return False
    return not (hit.start and folded[hit.start - 1] in entry.not_after)


def _in_context(document: Document, hit: Hit[WeaponEntry]) -> bool:
    match hit.value.reading:
        case "platform":
            sentence = document.sentence(hit.start)
            return _any(document, sentence.start, sentence.end, "violence")
        case "shot":
            return _shot(document, hit, document.sentence(hit.start))
        case "fired":
            return _fired(document, hit.start, document.sentence(hit.start))
        case "ram":
            return _ramming(document, hit.start, document.sentence(hit.start))
        case _:
            return True


def _any(document: Document, start: int, end: int, cue: Cue) -> bool:
    words = weapon_cues()[cue]
    return any(document.folded[token] in words for token in range(start, end))


def _rule(document: Document, hit: Hit[WeaponEntry]) -> str:
    """The entry's reading; of what carries weapons also whether it only stands in the sentence with an attack."""
    loose = hit.value.reading == "platform" and not _attacks(document, hit.end - 1)
    return f"{hit.value.reading}:loose" if loose else hit.value.reading


def _attacks(document: Document, platform: int) -> bool:
    """Whether syntax ties a platform to a word of violence: "helicopters bombed", "an attack by warplanes"."""
    violence, node = weapon_cues()["violence"], platform
    if any(document.folded[child] in violence for child in document.children[platform]):
        return True
    for _ in range(_PLATFORM_CLIMB):
        node = document.heads[node]
        if document.folded[node] in violence:
            return True
        if document.pos[node] == "VERB":
            objects = (child for child in document.children[node] if document.deps[child] in _OBJECTS)
            return any(document.folded[child] in violence for child in objects)
    return False


def _shot(document: Document, hit: Hit[WeaponEntry], sentence: Sentence) -> bool:
    """A verb "shoot" that means a gun: neither missiles were shot, nor did the police shoot the attacker."""
    if _any(document, hit.end, min(sentence.end, hit.end + _FIRED_REACH), "ammunition"):
        return False
    if document.pos[hit.start - 1] == "AUX" and document.lower[hit.start - 1] == "being" and _by_police(document, hit):
        # "before being shot dead by border police": the one shot is the attacker.
        return False
    arguments: dict[str, list[int]] = {}
    for verb in range(hit.start, hit.end):
        for child in document.children[verb]:
            arguments.setdefault(document.deps[child], []).append(child)
    cues, folded = weapon_cues(), document.folded
    shot = [*arguments.get("dobj", ()), *arguments.get("nsubjpass", ())]
    by = [grandchild for child in arguments.get("agent", ()) for grandchild in document.children[child]]
    if "nsubj" not in arguments and document.deps[hit.start] == "conj":
        # "stopped the lorry and shot dead the driver"
        above = document.children[document.heads[hit.start]]
        arguments["nsubj"] = [child for child in above if document.deps[child] == "nsubj"]
    stopped = any(folded[token] in cues["attacker"] or document.tags[token] == "PRP" for token in shot)
    agents = [_outside(document, token) for token in [*by, *arguments.get("nsubj", ())]]
    return not (stopped and any(_any(document, *document.phrase_of.get(a, (a, a + 1)), "police") for a in agents))


def _by_police(document: Document, hit: Hit[WeaponEntry]) -> bool:
    """Whether "by" and police stand right behind."""
    by = document.lower[hit.end : hit.end + 1] == ["by"]
    return by and _any(document, *document.phrase_of.get(hit.end + 1, (hit.end, hit.end)), "police")


def _outside(document: Document, token: int) -> int:
    """What a relative pronoun stands for: "police units who shot dead the driver"."""
    clause = document.heads[token]
    return document.heads[clause] if document.tags[token] in _RELATIVE and document.deps[clause] == "relcl" else token


def _fired(document: Document, verb: int, sentence: Sentence) -> bool:
    """A verb "fire" that means a gun: at somebody, and neither a rocket nor an employee was fired."""
    first, last = max(sentence.start, verb - _FIRED_REACH), min(sentence.end, verb + 1 + _FIRED_REACH)
    if _any(document, first, last, "ammunition") or _any(document, first, last, "dismissed"):
        return False
    return any(document.lower[token] in _FIRED_AT for token in range(verb + 1, min(sentence.end, verb + 4)))


def _ramming(document: Document, verb: int, sentence: Sentence) -> bool:
    """A vehicle driven into people: its word stands in the sentence, people behind "into"."""
    if not _any(document, sentence.start, sentence.end, "vehicle"):
        return False
    end = min(sentence.end, verb + 1 + _RAM_REACH)
    into = next((token for token in range(verb + 1, end) if document.lower[token] in _RAMMED_INTO), None)
    return into is not None and _any(document, into + 1, min(sentence.end, into + 1 + _RAM_REACH), "crowd")


def _negated(document: Document, hit: Hit[WeaponEntry]) -> bool:
    """ "No bomb", "without explosives", "did not explode", "could explode"."""
    before = document.lower[max(hit.start - 2, document.sentence(hit.start).start) : hit.start]
    if _NONE.intersection(before):
        return True
    head = hit.start if document.pos[hit.start] in _VERBS else document.heads[hit.start]
    if document.pos[head] not in _VERBS:
        return False
    if document.lemmas[document.heads[head]] in _DENYING and document.deps[head] in ("xcomp", "ccomp", "pcomp"):
        return True
    lefts = [child for child in document.children[head] if child < head]
    if any(document.deps[child] == "neg" for child in lefts):
        return True
    modal = any(document.lower[child] in _UNREAL for child in lefts)
    return modal and head == hit.start and document.tags[head] == "VB"


def _unused(document: Document, hit: Hit[WeaponEntry]) -> bool:
    """Whether the weapon was seized, found, defused, sold …: it undergoes such a verb, or one stands behind it."""
    unused = weapon_cues()["unused"]
    node = hit.end - 1
    for _ in range(_CLIMB):
        dep, head = document.deps[node], document.heads[node]
        if head == node:
            break
        if document.lemmas[head] in unused and dep in _UNDERGOES | _PASSES_UP and not _filled(document, head):
            return True
        if dep not in _PASSES_UP and dep not in _UNDERGOES:
            break
        node = head
    clauses = [child for child in document.children[hit.end - 1] if document.deps[child] == "acl"]
    if any(document.lemmas[child] in unused and not _filled(document, child) for child in clauses):
        return True
    sentence = document.sentence(hit.start)
    end = min(sentence.end, hit.end + _BEHIND)
    if any(document.tags[token] == "VBN" and document.lemmas[token] in unused for token in range(hit.end, end)):
        return True
    return _listed(document, hit.start, sentence.start)


def _filled(document: Document, verb: int) -> bool:
    """ "Barrel bombs containing chlorine": what holds the one weapon is another."""
    return document.deps[verb] == "acl" and document.folded[document.heads[verb]] in weapon_cues()["ammunition"]


def _listed(document: Document, token: int, first: int) -> bool:
    """Whether a weapon stands in a list of what was taken: no other deed between it and "recovered", "seized" …"""
    cues = weapon_cues()
    for before in range(token - 1, first - 1, -1):
        word = document.folded[before]
        if word in cues["taken"]:
            return True
        if document.pos[before] == "VERB" and word not in cues["listing"]:
            return False
    return False
