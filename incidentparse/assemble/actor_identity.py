"""Which mentions of actors are of one actor: described ones of one named elsewhere, forces of their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from incidentparse.language.document import Document
from incidentparse.language.forces import is_governments, state_party
from incidentparse.language.party import ARMED_BODIES
from incidentparse.mentions import ActorMention
from incidentparse.record import ActorKind, Attribution

# Kinds that a lone person without a name can be, and a band of them.
_LONERS = frozenset({ActorKind.INDIVIDUAL, ActorKind.UNKNOWN_GUNMEN})
BANDS = frozenset({*ARMED_BODIES, ActorKind.UNKNOWN_GUNMEN})
# Colons in the key of strangers whom only a noun of violence describes; those of a trade have one more.
_PLAIN_KEY = 2


def merged(document: Document, mentions: Sequence[ActorMention], home: str | None) -> list[ActorMention]:
    """Mentions that describe an actor who is named elsewhere take its key."""
    if home is not None:
        mentions = [_force_of(m, home) if _is_of_home(document, m) or _only_hit(m) else m for m in mentions]
    states = [m for m in mentions if m.key.startswith("state:") and m.country_code]
    doers = [m for m in mentions if m.perpetrates and m.attribution is not Attribution.DENIED]
    # Who is only suspected does not become who is said to have done it, save the suspected members of a group who did;
    # nor does one that only denies it.
    groups = [
        m for m in doers if m.kind in ARMED_BODIES and not m.rule.startswith("described")
        and (m.attribution is not Attribution.SUSPECTED or document.tags[m.end - 1] == "NNS")
    ]  # fmt: skip
    people = [m for m in doers if m.key.startswith("person:")]
    lone = next((m for m in mentions if m.rule == "described:one" and m.kind in _LONERS and m.perpetrates), None)
    band = next((m for m in mentions if m.rule == "described:many" and m.kind in BANDS and m.perpetrates), None)
    merged = []
    for mention in mentions:
        target: ActorMention | None = None
        if mention.key.startswith("state:?:"):
            target = _state(document, mention, states)
        elif mention.rule == "described:one" and mention.kind in _LONERS and _may_have(mention):
            # Whoever is told apart by a trade or a faith is no member of a group for that.
            of_group = None if people or mention.key.count(":") > _PLAIN_KEY else _only(groups)
            target = _only(people) or of_group or lone
        elif mention.rule.startswith("described") and mention.kind in BANDS and _may_have(mention):
            of_band = None if _held_to_be(mention, band) else band
            target = _alike(document, mention, groups) or _only(groups) or _together(groups) or of_band
        merged.append(
            replace(mention, key=target.key, name=target.name, kind=target.kind, country_code=target.country_code)
            if target is not None
            else mention
        )
    return merged


def _together(groups: Sequence[ActorMention]) -> ActorMention | None:
    """The first of some groups that did it together: "jihadists" in a headline are no third one."""
    deeds: dict[str, set[int]] = {}
    for mention in groups:
        deeds.setdefault(mention.key, set()).update(mention.perpetrates)
    return groups[0] if groups and set.intersection(*deeds.values()) else None


def _held_to_be(mention: ActorMention, band: ActorMention | None) -> bool:
    """Rebels whom somebody blames for what gunmen are said to have done: who these were is that one's word alone."""
    blamed = bool(mention.perpetrates) and mention.attribution in (Attribution.ACCUSED, Attribution.SUSPECTED)
    stated = band is not None and band.kind is ActorKind.UNKNOWN_GUNMEN and band.attribution is Attribution.STATED
    return blamed and stated and mention.kind in ARMED_BODIES


def _may_have(mention: ActorMention) -> bool:
    """Whether a described person can be the perpetrator: a teenager who was only hit is not."""
    return bool(mention.perpetrates) or not mention.suffers or mention.kind is ActorKind.UNKNOWN_GUNMEN


def _is_of_home(document: Document, mention: ActorMention) -> bool:
    """ "regime forces" are of the country they are in."""
    return mention.key.startswith("state:?:") and is_governments(document.lower[mention.start : mention.end])


def _only_hit(mention: ActorMention) -> bool:
    """Forces that were hit and did nothing themselves are at home, where nothing says whose they are."""
    return mention.key.startswith("state:?:") and bool(mention.suffers) and not mention.perpetrates


def _state(document: Document, mention: ActorMention, states: Sequence[ActorMention]) -> ActorMention | None:
    """The state whose forces "the army" or "the soldiers" are: the one called alike, else the only one."""
    branch = mention.key.rsplit(":", 1)[1]
    same = [m for m in states if m.key.endswith(branch)]
    return _only(same) or _alike(document, mention, same) or _only(m for m in same if m.perpetrates) or _commonest(same)


def _force_of(mention: ActorMention, country: str) -> ActorMention:
    """The mention as one of the forces of a country."""
    party = state_party(mention.start, mention.end, mention.kind, country, mention.name, "force")
    return replace(mention, key=party.key, name=party.name, kind=party.kind, country_code=country)


def at_home(group: list[ActorMention], home: str, groups: Mapping[str, Sequence[ActorMention]]) -> list[ActorMention]:
    """Forces that nothing else says whose they are as those of the country of the incident."""
    if not group[0].key.startswith("state:?:"):
        return group
    own = [_force_of(m, home) for m in group]
    return group if own[0].key in groups else own


def _commonest(mentions: Sequence[ActorMention]) -> ActorMention | None:
    """One of the actor named most, where no other is named half as often: the army of a country at war is its own."""
    named = Counter(m.key for m in mentions).most_common(2)
    if not named or (len(named) > 1 and named[0][1] < 2 * named[1][1]):
        return None
    return next(m for m in mentions if m.key == named[0][0])


def _alike(document: Document, mention: ActorMention, others: Sequence[ActorMention]) -> ActorMention | None:
    """The first of them that is called by a word of the mention."""
    words = set(document.lemmas[mention.start : mention.end])
    return next((m for m in others if not words.isdisjoint(document.lemmas[m.start : m.end])), None)


def _only(mentions: Iterable[ActorMention]) -> ActorMention | None:
    """The first, where all are of one actor."""
    found = list(mentions)
    return found[0] if found and len({m.key for m in found}) == 1 else None
