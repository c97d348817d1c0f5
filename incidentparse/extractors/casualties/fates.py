"""Fates told over several sentences: the hurt who died afterwards, and attackers who are then called by their name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from incidentparse.extractors.casualties.predicates import Frame
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words, victim_words
from incidentparse.language.people import people_index
from incidentparse.mentions import CasualtyMention
from incidentparse.record import CasualtyStatus, Side

# From "he was taken to hospital, where he died" back to the man found wounded, in sentences: further back another man
# is told of more often than he.
_BACK = 3
# Those of whom a share dies are so many at least.
_SEVERAL = 2
# From "one" to the "wounded" of "one of the wounded".
_OF_THE_HURT = 3
# From "died" back to "later", and on to its "wounds" or "hospital".
_SIGN_BEFORE = 2
_SIGN_BEHIND = 6
_PRONOUNS = {"female": "she", "male": "he"}
# Most tokens between "the gunman" and his name: "the gunman, Army veteran Omar Reed", "the suspect as Omar Reed".
_NAMED_BEHIND = 4
_APPOSED = frozenset(("ADJ", "NOUN", "PROPN", "PUNCT"))


def with_fates(document: Document, mentions: Sequence[CasualtyMention]) -> list[CasualtyMention]:
    """The mentions, those hurt who died later and attackers told of by name marked as such."""
    marked = list(mentions)
    dead = [m for m in mentions if m.status is CasualtyStatus.KILLED and m.low == 1 and m.certainty.actual]
    hurt: dict[str, list[int]] = {}
    for place, mention in enumerate(mentions):
        if mention.status is CasualtyStatus.INJURED and mention.person is not None:
            hurt.setdefault(_surname(document, mention), []).append(place)
    for mention in dead:
        for place in _same(document, mentions, hurt, mention):
            marked[place] = replace(marked[place], died=True)
    for place, mention in enumerate(mentions):
        if mention.status is CasualtyStatus.KILLED and _of_hurt(document, mentions, mention):
            marked[place] = replace(marked[place], of_hurt=True)
    attackers = _attackers(document, dead)
    for place, mention in enumerate(marked):
        if mention.person is not None and _surname(document, mention) in attackers:
            marked[place] = replace(marked[place], side=Side.PERPETRATOR)
    return marked


def _surname(document: Document, mention: CasualtyMention) -> str:
    return document.folded[mention.person[1] - 1] if mention.person is not None else ""


def _same(
    document: Document, mentions: Sequence[CasualtyMention], hurt: Mapping[str, list[int]], dead: CasualtyMention
) -> list[int]:
    """Numbers of the mentions of one hurt who is the dead man; of the hurt with names they are given by surname."""
    if dead.overall or dead.side is Side.PERPETRATOR:
        return []
    if dead.person is not None:
        return hurt.get(_surname(document, dead), [])
    if not dead.anaphoric or dead.more or document.folded[dead.predicate] == "dead":
        # "the dead man" was told of as dead before.
        return []
    found: list[int] = []
    sentence = document.sentence_of[dead.predicate]
    for i in range(len(mentions) - 1, -1, -1):
        mention = mentions[i]
        if mention.predicate >= dead.predicate or mention.low != 1 or mention.high != 1:
            continue
        # Whoever is told of in between as one of the dead is he, told of again.
        other = mention.status is not CasualtyStatus.INJURED or not mention.certainty.actual
        if other or sentence - document.sentence_of[mention.predicate] > _BACK or _differ(document, mention, dead):
            break
        found.append(i)
        if not mention.anaphoric:
            break
    return found


def _of_hurt(document: Document, mentions: Sequence[CasualtyMention], dead: CasualtyMention) -> bool:
    """Whether those dead were told of as hurt before: "one of the wounded died", "two of whom later died"."""
    told = dead.low > 0 and dead.certainty.actual and dead.rule.startswith(Frame.SUBJECT)
    if not told or dead.overall or dead.side is Side.PERPETRATOR:
        return False
    before = [m for m in mentions if m.predicate < dead.predicate and m.low > 0 and not m.part_of_total]
    hurt = [m for m in before if m.status is CasualtyStatus.INJURED and m.predicate < dead.number[0]]
    killed = [m for m in before if m.status is CasualtyStatus.KILLED]
    if not hurt:
        return False
    stop = max(dead.number[1] + _OF_THE_HURT, dead.group[1] if dead.group is not None else 0)
    phrase = document.folded[dead.number[0] : min(stop, dead.predicate)]
    if any(word in casualty_words("unkilled") for word in phrase):
        return True
    if killed and dead.more:
        return document.folded[dead.predicate] in casualty_words("dying")
    last = max(hurt, key=lambda m: m.predicate)
    if killed:
        # Beside other dead, "one of them" is one of those told of last where the words say that he lived for some time.
        latest = max(m.predicate for m in killed) < last.predicate
        met = latest and dead.rule.endswith(":share") and dead.group is None and _lingered(document, dead)
    else:
        met = dead.rule.endswith(":share") or (dead.anaphoric and dead.low > 1)
    return met and last.low >= max(dead.low, _SEVERAL)


def _lingered(document: Document, dead: CasualtyMention) -> bool:
    """ "later died", "died in hospital", "succumbed to his wounds"."""
    around = document.folded[max(0, dead.predicate - _SIGN_BEFORE) : dead.predicate + _SIGN_BEHIND]
    return any(w in casualty_words("dying") or w in casualty_words("lingering") for w in around)


def _differ(document: Document, one: CasualtyMention, other: CasualtyMention) -> bool:
    """Whether "he" cannot be the woman told of before, nor a victim the gunman."""
    if one.side is not other.side or not _may_be(document, one, other):
        return True
    sexes = {_sex(document, one), _sex(document, other)} - {None}
    return len(sexes) > 1


def _sex(document: Document, mention: CasualtyMention) -> str | None:
    """ "he", "the man"; "she", "a woman"; None where the words tell neither, or both."""
    stop = max(mention.number[1] + 1, mention.group[1] if mention.group is not None else 0)
    words = document.folded[mention.number[0] : stop]
    found = [sex for sex in ("female", "male") if any(w in victim_words(sex) or w == _PRONOUNS[sex] for w in words)]
    return found[0] if len(found) == 1 else None


def _may_be(document: Document, hurt: CasualtyMention, dead: CasualtyMention) -> bool:
    """ "he", "the victim" may be anybody, "the driver" only a driver."""
    noun = document.folded[dead.group[1] - 1] if dead.group is not None else ""
    return dead.general or noun in casualty_words("anybody") or noun in document.folded[hurt.start : hurt.end]


def _attackers(document: Document, dead: Sequence[CasualtyMention]) -> frozenset[str]:
    """Surnames of those dead whom the article calls the gunman or the suspect."""
    surnames = {_surname(document, m) for m in dead if m.person is not None}
    if not surnames:
        return frozenset()
    called = set()
    for token, word in enumerate(document.folded):
        if word in surnames and document.words[token][0].isupper() and _called_attacker(document, token):
            called.add(word)
    return frozenset(called)


def _called_attacker(document: Document, surname: int) -> bool:
    """ "the gunman, Omar Reed", "identified the shooter as Omar Reed", "suspect Omar Reed"."""
    first = surname
    while first > 0 and document.pos[first - 1] == "PROPN":
        first -= 1
    for token in range(first - 1, max(-1, first - 1 - _NAMED_BEHIND), -1):
        hit = people_index().match(document.folded, token, token + 1)
        if hit is not None:
            return hit.value.noun.side is Side.PERPETRATOR and not hit.value.plural
        if document.words[token] != "," and document.folded[token] != "as" and document.pos[token] not in _APPOSED:
            return False
    return False
