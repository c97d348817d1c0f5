"""Those who share a predicate: "one soldier and two civilians", "12 people, including three children"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from incidentparse.extractors.casualties.beside import people_behind, people_elsewhere, told_as_part
from incidentparse.extractors.casualties.predicates import Form, Predicate
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.language.ages import leading_age
from incidentparse.language.grammar import PREMODIFIERS
from incidentparse.language.people import People, Reading

# Closed classes of grammar.
_OPENERS = frozenset("and & or plus as along together".split())
_COORDINATORS = frozenset("and & or plus as well along together also with then".split())
_PART_OPENERS = (
    ("including",), ("includes",), ("among", "them"), ("amongst", "them"), ("among", "whom"), ("mostly",),
    ("mainly",), ("most", "of", "them"), ("all",), ("and", "including"), ("also", "including"), ("some", "of", "them"),
    ("among", "those"), ("of", "whom"), ("at", "least"),
)  # fmt: skip
_ASIDE_MARKS = frozenset("()[]\"'“”")
_CLOSING = frozenset(")]")
# Readings of phrases that an apposition with "a" explains; those met before only where they are of one.
_APPOSED = frozenset((Reading.SHARE, Reading.COUNTED, Reading.SINGLE))
_MET = frozenset((Reading.DEFINITE, Reading.NUMBER))
_LIST_REACH = 6  # Words of a member of a list behind its noun: "Maria Lopez, 67, of Lakeside,".
_VERB_REACH = 8


class Link(Enum):
    """How two neighbouring phrases of people hang together."""

    JOIN = "join"
    PART = "part"  # the second is part of the first
    PART_OF = "part of"  # the first is part of the second: "three children among five dead"
    SAME = "same"


def with_coordinated(scene: Scene, anchors: Sequence[int], predicate: Predicate) -> Iterator[tuple[int, bool]]:
    """The anchors and those joined to them, left to right, and for each whether it is part of another."""
    for anchor in anchors:
        members = {anchor: False}
        _follow(scene, anchor, members, predicate)
        _trace_back(scene, anchor, members)
        beside = people_behind(scene, predicate)
        if beside is not None:
            members[beside] = False
            _follow(scene, beside, members, predicate)
        placed = people_elsewhere(scene, max(predicate.end, *(scene.people[m].end for m in members)))
        if placed is not None:
            members.setdefault(placed, False)
        _break_down(scene, members)
        yield from sorted((m, part) for m, part in members.items() if m == anchor or not _else(scene, m, predicate))


def _else(scene: Scene, number: int, predicate: Predicate) -> bool:
    """ "three injured officers, five militants killed": what the phrase itself says became of its people."""
    people = scene.people[number]
    inside = (scene.predicate_at.get(token) for token in range(people.start, people.head))
    return any(p is not None and p.word.status is not predicate.word.status for p in inside)


def _break_down(scene: Scene, members: dict[int, bool]) -> None:
    """ "six people, three men and three women, were shot": what adds up to the first figure is part of it."""
    first, *others = sorted(members)
    whole = scene.people[first]
    total = sum(scene.people[n].low for n in others)
    # "Two of the men, Ana Diaz and her son, died": who is told behind a share is of it.
    shared = whole.reading is Reading.SHARE and total <= whole.low
    if others and whole.low > 1 and (shared or (whole.generic and total == whole.low)):
        members.update(dict.fromkeys(others, True))
    for number in list(members):
        members.update(dict.fromkeys(_names_of(scene, number, members), True))


def _names_of(scene: Scene, number: int, members: Mapping[int, bool]) -> Sequence[int]:
    """The names that tell who a counted few are: "his two sons Omar and Haq Nawaz"."""
    whole = scene.people[number]
    left = whole.low - (whole.name is not None)
    names = range(number + 1, number + 1 + left)
    few = 1 < whole.low == whole.high and not whole.generic
    listed = few and all(n in members and scene.people[n].reading is Reading.NAMED for n in names)
    return names if listed else ()


def _follow(scene: Scene, anchor: int, members: dict[int, bool], predicate: Predicate) -> None:
    """Those behind the anchor, up to one that another predicate claims: "one killed and two injured"."""
    part, last = False, anchor
    for number in range(anchor + 1, len(scene.people)):
        if _attribute(scene, number):
            continue
        link = _link(scene, last, number)
        claimed = scene.clipped_after(number)
        if link in (None, Link.PART_OF) or (claimed is not None and claimed is not predicate):
            return
        if predicate.end <= scene.people[number].start and _opens_clause(scene, number, predicate):
            return
        last = number
        if link is Link.PART:
            part = True
        if link is not Link.SAME:
            members[number] = part


def _attribute(scene: Scene, number: int) -> bool:
    """Whether a phrase that need not be of people stands in an attribute of another: "the head of a charity"."""
    people = scene.people[number]
    if people.reading is Reading.NAMED:
        # "leaders of the Ali Musa faction": a name within the name of something else
        head = people.end - 1
        return scene.document.deps[head] in PREMODIFIERS and scene.document.heads[head] >= people.end
    return not people.known and scene.in_prepositional(number)


def _opens_clause(scene: Scene, number: int, predicate: Predicate) -> bool:
    """Whether a finite verb follows a phrase: then it is the subject of a clause of its own."""
    end = scene.people[number].end
    if end >= scene.end or scene.document.tags[end] not in ("VBD", "VBZ", "VBP"):
        return False
    # "The bodies of a man and a woman were found": the noun itself is the subject.
    return predicate.word.form is not Form.NOUN or scene.document.pos[end] == "VERB"


def _trace_back(scene: Scene, anchor: int, members: dict[int, bool]) -> None:
    """Those before the anchor: "12 people, including three children, were killed"."""
    # Of "shot five people, three of whom died" not all died.
    few = scene.people[anchor].reading is Reading.SHARE
    last = anchor
    for number in range(anchor - 1, -1, -1):
        if _attribute(scene, number):
            continue
        link = _link(scene, number, last)
        if link is None or (few and link is Link.PART) or (link is Link.JOIN and told_as_part(scene, number)):
            return
        if link is Link.PART and (_restricted(scene, last) or _one_of_them(scene, last)):
            return
        if link is Link.JOIN and _part_told(scene, number):
            return
        previous, last = last, number
        if link is Link.PART_OF:
            members[number] = True
            continue
        if link is Link.PART:
            # What was reached so far is the part, this is the whole.
            for member in members:
                members[member] = True
        # Of an apposition ("a former member, Gurusharan Lal, died") the first phrase stands for both.
        members[number] = members.pop(previous, False) if link is Link.SAME else False


def _restricted(scene: Scene, number: int) -> bool:
    """ "four others, including one who died": the clause is about the part alone."""
    end = scene.people[number].end
    return end < scene.end and scene.document.folded[end] in ("who", "that", "whom")


def _one_of_them(scene: Scene, number: int) -> bool:
    """ "wounded 12 people, and one of them died": the clause is about the share alone."""
    people = scene.people[number]
    joined = people.start > scene.start and scene.document.folded[people.start - 1] == "and"
    return joined and people.reading is Reading.SHARE and people.group is None


def _part_told(scene: Scene, number: int) -> bool:
    """ "left four dead, among them two minors, and eleven wounded": the part is of those of another predicate."""
    folded, start = scene.document.folded, scene.people[number].start
    for words in _PART_OPENERS:
        opening = start - len(words)
        if opening > scene.start and tuple(folded[opening:start]) == words:
            opening -= folded[opening - 1] == ","
            return opening - 1 in scene.predicate_at
    return False


def _link(scene: Scene, first: int, second: int) -> Link | None:
    one, other = scene.people[first], scene.people[second]
    document = scene.document
    if Reading.PRONOUN in (one.reading, other.reading):
        # "killing him and his wife", "killing him, his wife and a guest"
        beside = other.kin and one.end + 1 == other.start and document.folded[one.end] in ("and", ",")
        return Link.JOIN if beside else None
    aged = leading_age(document, one.end, other.start)
    between = [
        t
        for t in range(one.end, other.start)
        if document.words[t] not in _ASIDE_MARKS and document.folded[t] != "aged" and t < aged and not _age(scene, t)
    ]
    if not between and one.end < other.start and document.words[one.end] in _CLOSING:
        # "(Reuters) Two men": what ends in the bracket is an aside of its own.
        return None
    commas = ",;" if one.reading is Reading.NAMED is other.reading else ","
    words = tuple(document.folded[t] for t in between if document.words[t] not in commas)
    if not words:
        return _side_by_side(scene, one, other, bool(between))
    if words in _PART_OPENERS or (words == ("and",) and _one_of_them(scene, second)):
        return Link.PART
    if words in (("among",), ("amongst",)):
        return Link.PART_OF
    opener = next((i for i in range(len(words)) if _coordinates(words[i:])), None)
    if opener is None:
        # "the mayor of the town, two councilmen and a judge"
        ends = document.words[between[-1]] == "," and words[0] in ("of", "from") and other.known
        return Link.JOIN if ends and _listed(scene, other) and not scene.clause_between(one.end, other.start) else None
    if opener and not other.known:
        return None
    # "the head of an agency and his driver": only an attribute of the first stands before the "and".
    attached = _conjoined(scene, one, other) or document.folded[between[0]] in ("of", "from")
    if opener == 0 or (attached and not scene.clause_between(one.end, other.start)):
        return _joined(scene, one, other)
    return None


def _coordinates(words: tuple[str, ...]) -> bool:
    if words[0] == "as" and words[:2] != ("as", "well"):
        return False
    return words[0] in _OPENERS and all(w in _COORDINATORS for w in words)


def _age(scene: Scene, token: int) -> bool:
    """An age in apposition: "Lopez, 67, and"."""
    document = scene.document
    return document.pos[token] == "NUM" and document.words[token - 1] in (",", "(", "aged")


def _joined(scene: Scene, one: People, other: People) -> Link:
    """ "a member and president of the council" is one, "a driver and assistant were" and "a man and woman" two."""
    if other.reading is not Reading.BARE or one.reading is not Reading.SINGLE or other.kin or other.generic:
        return Link.JOIN
    following = scene.document.folded[other.end : min(scene.end, other.end + _VERB_REACH)]
    return Link.JOIN if any(word in ("were", "are", "have") for word in following) else Link.SAME


def _side_by_side(scene: Scene, one: People, other: People, comma: bool) -> Link | None:
    """Two phrases with nothing or a comma between: an apposition or two members of a list."""
    named = one.reading is Reading.NAMED or other.reading is Reading.NAMED
    if not comma:
        return Link.SAME if named else None
    if other.reading is Reading.SHARE:
        return Link.PART
    if other.kin and one.name is not None is not other.name:
        return Link.JOIN  # "Ana Diaz, 34, her husband Luis, 36, and"
    if other.reading is Reading.NUMBER and not other.more:
        return None
    if named and one.reading is not other.reading and (_closed(scene, other) or not _listed(scene, other)):
        return Link.SAME
    if (
        other.name is not None
        and one.reading is Reading.SINGLE
        and (_closed(scene, other) or not _listed(scene, other))
    ):
        # "a senior police officer, DSP Zulfiqar Ali,"
        return Link.SAME
    if other.reading is Reading.SINGLE and (one.reading in _APPOSED or (one.reading in _MET and one.low == 1)):
        # "one of the victims, a woman, died", "the assailant, a teenager, was killed"
        return Link.JOIN if _listed(scene, other) else Link.SAME
    return Link.JOIN


def _closed(scene: Scene, people: People) -> bool:
    """Whether a comma ends an apposition before one "and": "a former lawmaker, Hamid Saleh, and three others"."""
    document = scene.document
    token = people.end
    if token + 2 < scene.end and document.words[token] == "," and document.words[token + 1].isdigit():
        token += 2
    return (
        token + 1 < scene.end and document.words[token] == "," and document.folded[token + 1] in ("and", "were", "was")
    )


def _listed(scene: Scene, people: People) -> bool:
    """Whether an "and" still follows: then commas before it separate members of a list."""
    document = scene.document
    for token in range(people.end, min(scene.end, people.end + _LIST_REACH)):
        if document.folded[token] in ("and", "&"):
            return token + 1 in scene.people_from
        if document.pos[token] in ("VERB", "AUX"):
            return False
    return False


def _conjoined(scene: Scene, one: People, other: People) -> bool:
    """Whether the parser ties the second phrase to the first as a conjunct: "the head of an agency and his driver"."""
    document = scene.document
    token = other.head
    while document.deps[token] == "conj":
        token = document.heads[token]
        if one.start <= token < one.end:
            return True
    return False
