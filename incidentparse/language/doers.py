"""Who does the deed of a frame: its agents, and where syntax gives none, who stands where doers stand."""

from __future__ import annotations

from incidentparse.language.arguments import conjuncts, phrase
from incidentparse.language.cast import Cast
from incidentparse.language.company import in_class
from incidentparse.language.document import Document
from incidentparse.language.frames import Frame
from incidentparse.language.habits import habits
from incidentparse.language.named_words import named_words
from incidentparse.mentions import Tokens
from incidentparse.record import IncidentType

# A deed of states: "Russian air strikes" are Russia's, "a Syrian attack" may be anybody's.
STATE_TYPES = frozenset({IncidentType.AIRSTRIKE, IncidentType.SHELLING, IncidentType.DRONE_STRIKE, IncidentType.RAID})
_MUTUAL = frozenset({"clash", "riot"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# "took advantage of the blackout to plant": from the deed up to the verb there are no more words.
_MAX_CLIMB = 4
# "by three men" may hang on a noun that stands between; it is never further from its verb.
_BY_REACH = 10
# "claimed two lives": what does so is no party.
_TAKEN = frozenset({"claim"})
_STRIKING = frozenset({"attack", "shell", "shoot", "bombing", "explode"})
_MEANS = ("means", "aircraft", "rocket_word", "bomb_word", "gunfire_word", "acid_word")


def is_mutual(document: Document, frame: Frame) -> bool:
    """ "clashes between herders and farmers", also where it is called a riot."""
    return frame.sense in _MUTUAL and (frame.sense == "clash" or document.lemmas[frame.trigger].startswith("clash"))


def doers(cast: Cast, frame: Frame) -> list[Tokens]:
    """The agents that syntax gives; where it gives none, who stands behind "by" or right in front of the verb."""
    document = cast.document
    if frame.trigger in habits(document) or _goes_on(document, frame):
        return []
    if is_mutual(document, frame):
        sides = [*frame.agents, *(p for p in frame.patients if p not in frame.agents)]
        return [*_across_comma(document, sides), *sides] if len(sides) == 1 else sides
    if document.pos[frame.trigger] != "VERB":
        agents = [(a[0], frame.trigger) if a[0] <= frame.trigger < a[1] else a for a in frame.agents]
        start = document.phrase_of.get(frame.trigger, (frame.trigger, 0))[0]
        if frame.sense in _STRIKING:
            agents += _whose_weapon(cast, frame, start)
        if not STATE_TYPES.isdisjoint(frame.types):
            # "Russian and regime air strikes": each of the words in front says whose.
            agents += _named_in(cast, start, frame.trigger)
        return agents or _right_behind(document, frame)
    if document.lemmas[frame.trigger] in _TAKEN:
        return []
    agents = [a for a in frame.agents if cast.read(a)]
    return agents or _whose_purpose(cast, frame) or _beside(cast, frame) or _whose_means(cast, frame)


def _across_comma(document: Document, sides: list[Tokens]) -> list[Tokens]:
    """ "16 dead as herders, farmers clash": the noun in front of the comma that stands for "and" in headlines."""
    before = sides[0][0] - 1
    if before < 1 or document.lower[before] != "," or document.tags[before - 1] not in _NOUNS:
        return []
    return [document.phrase_of.get(before - 1, (before - 1, before))]


def _whose_purpose(cast: Cast, frame: Frame) -> list[Tokens]:
    """ "The rebels used explosives to blow up a bridge": who uses something to do it."""
    document, node = cast.document, frame.trigger
    if not any(document.tags[c] == "TO" for c in document.children[node]):
        return []
    for _ in range(_MAX_CLIMB):
        node = document.heads[node]
        if document.pos[node] == "VERB":
            break
    if document.lemmas[node] not in named_words("using"):
        return []
    subjects = (c for c in document.children[node] if document.deps[c] == "nsubj")
    return [phrase(document, head) for s in subjects for head in conjuncts(document, s)]


def _goes_on(document: Document, frame: Frame) -> bool:
    """Whether a clause beside a name tells what a party is about these days: "the cartel, which is fighting …"."""
    verb = frame.trigger
    if document.deps[verb] != "relcl" or document.tags[verb] != "VBG" or frame.sense != "clash":
        return False
    return any(document.deps[c] == "aux" and document.lemmas[c] == "be" for c in document.children[verb])


def _whose_means(cast: Cast, frame: Frame) -> list[Tokens]:
    """ "Russian missiles struck the town", "rebel shells landed": who stands in front of the means that did it."""
    document = cast.document
    if frame.agents or document.pos[frame.trigger] != "VERB":
        return []
    subjects = (c for c in document.children[frame.trigger] if document.deps[c] in ("nsubj", "agent"))
    heads = [h for s in subjects for h in ([s] if document.deps[s] == "nsubj" else document.children[s])]
    means = next((h for h in heads if any(in_class(document, h, name) for name in _MEANS)), None)
    start = document.phrase_of.get(means, (means, 0))[0] if means is not None else 0
    return (
        [(start, means + 1)]
        if means is not None and any(t in cast.owners or t in cast.at for t in range(start, means + 1))
        else []
    )


def _named_in(cast: Cast, start: int, end: int) -> list[Tokens]:
    """The parties and countries named between two tokens, each once."""
    found: dict[Tokens, None] = {}
    for token in range(start, end):
        party = cast.at.get(token)
        if party is not None:
            found[party.start, party.end] = None
        elif token in cast.owners:
            found[token, token + 1] = None
    return list(found)


def _right_behind(document: Document, frame: Frame) -> list[Tokens]:
    """ "perished in attacks by raiders": who stands behind "by", also where the parse hangs it on the verb."""
    by = frame.end
    if frame.sense not in _STRIKING or by + 1 >= len(document) or document.lower[by] != "by":
        return []
    found = document.phrase_of.get(by + 1)
    return [found] if found is not None else []


def _whose_weapon(cast: Cast, frame: Frame, start: int) -> list[Tokens]:
    """ "regime chlorine attacks", "rebel rocket fire": who stands in front of the means."""
    token = frame.trigger - 1
    while token > start and any(in_class(cast.document, token, name) for name in _MEANS):
        token -= 1
    party = cast.at.get(token)
    return [(party.start, party.end)] if party is not None and token < frame.trigger - 1 else []


def _beside(cast: Cast, frame: Frame) -> list[Tokens]:
    document, sentence = cast.document, cast.document.sentence(frame.trigger)
    for token in range(frame.end, min(sentence.end - 1, frame.end + _BY_REACH)):
        if document.lower[token] == "by":
            found = document.phrase_of.get(token + 1)
            return [found] if found is not None and not frame.agents else []
        if document.pos[token] == "VERB":
            break
    token = frame.start - 1
    while token > sentence.start and document.pos[token] in ("AUX", "ADV", "PART"):
        token -= 1
    passive = any(document.deps[c] in ("auxpass", "nsubjpass") for c in document.children[frame.trigger])
    found = document.phrase_of.get(token)
    before = found is not None and found not in frame.patients and found[1] == token + 1
    before &= document.deps[token] != "pobj"
    return [found] if found is not None and before and not passive and frame.patients else []
