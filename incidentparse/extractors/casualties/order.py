"""Where the people of a predicate stand by word order: before a participle, behind a verb, before an auxiliary."""

from __future__ import annotations

from incidentparse.extractors.casualties.predicates import Form, Frame, Predicate, introduces, possessive
from incidentparse.extractors.casualties.scene import Scene
from incidentparse.extractors.casualties.syntax import RELATIVES, antecedent, plural_antecedent, subject_by_syntax
from incidentparse.language.document import Document
from incidentparse.language.named_words import casualty_words
from incidentparse.language.people import Reading

# Closed classes of grammar.
_BE = frozenset("be is are was were been being got get gets getting".split())
_HAVE = frozenset("has have had having".split())
_LINKS = _BE | _HAVE | frozenset("remain remains remained went".split())
AND = frozenset(("and", "or", "&"))
_BEFORE_OBJECT = frozenset(("also", "all", "the", "off"))
# How many such words, and how far an auxiliary stands from its participle ("were allegedly first shot and then").
_SKIPPED = 4
_AUXILIARY_REACH = 7
# Most words of a title: "killing opposition party leaders Ana Diaz".
_TITLE_WORDS = 3
# Most words of an apposition between commas.
_APPOSITION_REACH = 9


def auxiliary(scene: Scene, predicate: Predicate) -> int | None:
    """The form of "be" that makes the predicate passive: "were", past adverbs and other participles."""
    document = scene.document
    floor = max(scene.start, predicate.start - _AUXILIARY_REACH)
    for token in range(predicate.start - 1, floor - 1, -1):
        word = document.folded[token]
        if word in _BE or (document.pos[token] == "AUX" and word in ("s", "'s", "re", "'re")):
            return token
        passing = (
            document.pos[token] in ("ADV", "PART")
            # "were bullet-injured"
            or document.tags[token] == "HYPH"
            or document.tags[token + 1] == "HYPH"
            or document.tags[token] == "VBN"
            or word in AND
            or word in (",", "either", "both")
            or token in scene.predicate_at
        )
        if not passing:
            return None
    return None


def people_right(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase that follows a verb as its object, past adverbs and a second verb: "killed or injured 12 people"."""
    document = scene.document
    token, skipped = predicate.end, 0
    while token < scene.end and skipped <= _SKIPPED:
        found = scene.people_from.get(token)
        if found is not None:
            return found
        word = document.folded[token]
        if word == "them":
            return plural_antecedent(scene, token)
        following = scene.predicate_at.get(token + 1)
        if word in AND and following is not None and following.word.frame is Frame.PATIENT:
            token = following.end
        elif document.pos[token] == "ADV" or word in _BEFORE_OBJECT:
            token += 1
            skipped += 1
        else:
            return _titled(scene, token)
    return None


def _titled(scene: Scene, token: int) -> int | None:
    """The first of those named behind nouns that say what they are: "killing union leaders Ana Diaz and Jose Ruiz"."""
    document = scene.document
    for following in range(token + 1, min(scene.end, token + 1 + _TITLE_WORDS)):
        if document.pos[following - 1] not in ("NOUN", "PROPN", "ADJ"):
            return None
        found = scene.people_from.get(following)
        if found is not None:
            return found if scene.people[found].name is not None else None
    return None


def people_left(scene: Scene, predicate: Predicate) -> int | None:
    """The phrase right before a participle: "12 people killed", "two others critically wounded"."""
    document = scene.document
    token, skipped, chain = predicate.start, 0, False
    while token > scene.start and skipped <= _SKIPPED:
        found = scene.people_ending.get(token)
        if found is not None:
            found = _member_of(scene, found)
            # "beaten by two men and later succumbed": the agent of another verb.
            return None if chain and (scene.in_prepositional(found) or not scene.people[found].known) else found
        before = token - 1
        if document.words[before] in (")", "]"):
            token = _opening(document, before, scene.start)
            continue
        chained = document.tags[before] in ("VBN", "VBD") or document.folded[before] in AND
        chain = chain or document.folded[before] in AND
        passed = document.pos[before] == "ADV" or document.folded[before] in casualty_words("before participles")
        if not chained and not passed:
            return None
        token -= 1
        skipped += 1
    return None


def _member_of(scene: Scene, number: int) -> int:
    """ "one officer of 12 Marwar Rifles died": whoever belongs to those of the phrase, where one is told."""
    people = scene.people[number]
    if people.start == scene.start or scene.document.folded[people.start - 1] != "of":
        return number
    member = scene.people_ending.get(people.start - 1)
    if member is None or not (scene.people[member].known or scene.people[member].reading is Reading.COUNTED):
        return number
    return member if scene.people[member].reading in (Reading.COUNTED, Reading.SINGLE) else number


def _opening(document: Document, token: int, floor: int) -> int:
    """The bracket that opens an aside closed at ``token``: "a guard (driver) shot dead"."""
    for opening in range(token - 1, floor - 1, -1):
        if document.words[opening] in ("(", "["):
            return opening
    return token


def subjects(scene: Scene, predicate: Predicate) -> list[int]:
    """The subject of "died" or "were in critical condition", or the phrase right before "dead"."""
    left = people_left(scene, predicate)
    # "killed his wife, then killed himself": not the wife.
    # "His guard, who had tried to save him, also died": not him.
    by_object = left is not None and scene.document.folded[scene.people[left].start] == "him"
    if left is not None and not by_object and not (predicate.word.self and scene.people[left].end < predicate.start):
        return [left]
    passive = auxiliary(scene, predicate)
    if passive is not None:
        return subject_before(scene, predicate, passive)
    floor = max(scene.start, predicate.start - _AUXILIARY_REACH)
    linked = any(scene.document.folded[t] in _LINKS for t in range(floor, predicate.start))
    if predicate.word.form is Form.STATE and not linked:
        return subject_by_syntax(scene, predicate)
    found = subject_before(scene, predicate, predicate.start)
    if predicate.word.self and all(scene.document.deps[scene.people[i].head] == "dobj" for i in found):
        # "A man shot his neighbour, then killed himself": whom the sentence opens with.
        return [i for i, p in enumerate(scene.people) if p.low == 1 and p.end <= predicate.start][:1]
    return found


def subject_before(scene: Scene, predicate: Predicate, token: int) -> list[int]:
    """The subject of a finite verb at ``token``: by syntax, else the nearest phrase outside prepositional phrases."""
    document = scene.document
    before = _past_auxiliaries(scene, token - 1)
    if before < scene.start:
        return []
    if document.folded[before] in RELATIVES:
        return antecedent(scene, before)
    if document.folded[before] == "they":
        met = plural_antecedent(scene, before)
        return [] if met is None else [met]
    found = scene.people_at.get(before)
    gerund = document.folded[token] in ("being", "getting")
    # "resulted in six militants being killed"
    clear = (gerund and before == token - 1) or (found is not None and not scene.in_prepositional(found))
    if found is not None and clear and scene.people[found].known:
        return [found]
    # "He stabbed two men and was shot dead."
    shared = document.folded[before] in AND
    by_syntax = subject_by_syntax(scene, predicate, controlled=gerund or shared, finite=not gerund)
    by_syntax = by_syntax or _before_apposition(scene, before)
    if by_syntax:
        return by_syntax
    for i in range(len(scene.people) - 1, -1, -1):
        end = _past_relative(scene, scene.people[i].end)
        if (
            end <= token
            and scene.people[i].known
            and not scene.in_prepositional(i)
            and not scene.clause_between(end + _reduced(scene, end, token), token)
        ):
            return [i]
    return []


def _reduced(scene: Scene, token: int, verb: int) -> bool:
    """ "a deserter found on Ugandan land was": a participle right behind a phrase, taken for a verb.

    Not where a clause begins before the verb: "the governor said in a speech that the village was hit".
    """
    document = scene.document
    participle = token + 1 < scene.end and document.tags[token] == "VBD" and document.pos[token + 1] == "ADP"
    return participle and "mark" not in document.deps[token:verb]


def _before_apposition(scene: Scene, comma: int) -> list[int]:
    """ "A watchman, Jose Antonio Pineda, was": the phrase before the comma that opens the apposition."""
    folded = scene.document.folded
    if folded[comma] != ",":
        return []
    for opening in range(comma - 1, max(scene.start, comma - _APPOSITION_REACH), -1):
        if folded[opening] in AND:
            return []
        if folded[opening] == ",":
            found = scene.people_ending.get(opening)
            clear = found is not None and scene.people[found].known and not scene.in_prepositional(found)
            return [found] if found is not None and clear else []
    return []


def _past_relative(scene: Scene, token: int) -> int:
    """Past ", who had escaped from custody,": a relative clause has a finite verb of its own."""
    folded = scene.document.folded
    if token + 1 < scene.end and folded[token] == "," and folded[token + 1] in RELATIVES:
        for closing in range(token + 2, scene.end):
            if folded[closing] == ",":
                return closing + 1
    return token


def _past_auxiliaries(scene: Scene, token: int) -> int:
    """Leftwards past "have been", "allegedly", "are believed to": the last token of the subject, if it is near."""
    document = scene.document
    while token >= scene.start:
        word = document.folded[token]
        raised = document.tags[token] == "VBN" and token > scene.start and document.folded[token - 1] in _BE
        if not raised and document.pos[token] not in ("ADV", "AUX", "PART") and word not in _HAVE:
            break
        token -= 1
    return token


def people_after_of(scene: Scene, predicate: Predicate) -> list[int]:
    """ "the death of two officers", "bodies of three men", "the dead were identified as"; "Colonel Ortega's murder"."""
    document = scene.document
    token = predicate.end
    introduced = introduces(document, predicate)
    if token < scene.end and (introduced or document.folded[token] in ("of", "to")):
        for following in range(token + (not introduced), min(scene.end, token + 1 + _SKIPPED)):
            found = scene.people_from.get(following)
            if found is not None:
                return [found]
            if document.pos[following] not in ("DET", "ADJ", "ADV"):
                return []
        return []
    return people_owning(scene, predicate)


def people_owning(scene: Scene, predicate: Predicate) -> list[int]:
    """ "Colonel Ortega's murder", "the driver's death"."""
    owner = possessive(scene.document, scene.start, scene.end, predicate)
    found = None if owner is None else scene.people_ending.get(owner)
    return [] if found is None else [found]
