"""Whose verb of saying it is: by syntax, or by the phrase beside the verb where syntax goes astray."""

from __future__ import annotations

from incidentparse.language.arguments import conjuncts
from incidentparse.language.document import Document
from incidentparse.language.grammar import FINITE
from incidentparse.language.name_start import LONGEST, NAME_POS
from incidentparse.language.punctuation import QUOTES
from incidentparse.language.source_kinds import is_office, is_role, read_kind
from incidentparse.record import SourceKind

_CLAUSE = frozenset({"ccomp", "parataxis"})
_RELATIVES = frozenset({"WDT", "WP", "WRB"})
_ADVERBS = frozenset({"ADV", "AUX", "PART"})
_BEFORE_ATTRIBUTION = QUOTES | {","}
_WITH_HEARER = frozenset({"tell", "inform"})
# How far up a chain of verbs a subject is looked for ("X arrived and, turning to the crowd, said").
_CLIMB = 3
_UNKNOWN = frozenset({"a", "an", "one", "another"})
# How long a relative clause between a speaker and the verb may be: in 136 articles 12 to 25 find the same, 8 fewer.
_CLAUSE_REACH = 15


def subjects(document: Document, verb: int) -> tuple[list[int], str]:
    """The subjects of a verb of saying, and by which rule: syntax, or the phrase beside the verb."""
    node = verb
    for _ in range(_CLIMB):
        found = [c for c in document.children[node] if document.deps[c] == "nsubj"]
        if found:
            subject = found[-1]
            if document.tags[subject] in _RELATIVES:
                return [document.heads[node]] if document.deps[node] == "relcl" else [], "relative"
            if _called(document, subject):
                # "A man who gave his name as Ahmed said": the name is no second subject.
                return found[:-1] or _antecedent(document, subject), "subject"
            named = [*conjuncts(document, subject), *_list_astray(document, subject, verb)]
            if _is_object(document, subject, verb):
                return named[1:] or beside(document, verb) or named, "subject"
            if node != verb and not _joined(document, node, verb):
                return beside(document, verb) or _name_before(document, verb) or named, "subject"
            return named, "subject"
        if document.deps[node] != "conj" or document.heads[node] == node:
            break
        node = document.heads[node]
    qualified = _of_participle(document, verb)
    if qualified:
        return qualified, "subject"
    return _behind_clause(document, verb) or beside(document, verb), "beside"


def _of_participle(document: Document, verb: int) -> list[int]:
    """ "The group, linked to al Qaeda, said": the subject that the parse ties to the participle behind it."""
    for child in document.children[verb]:
        if child < verb and document.tags[child] == "VBN" and document.lower[child - 1] == ",":
            found = [c for c in document.children[child] if document.deps[c] == "nsubj" and c < child]
            if found:
                return conjuncts(document, found[-1])
    return []


def _is_object(document: Document, subject: int, verb: int) -> bool:
    """ "The blast killed six people, a witness said": the object of what is said, taken for the first who says it."""
    before = document.phrase_of.get(subject, (subject, subject))[0] - 1
    if before > 0 and document.deps[before] == "oprd":
        # "Soldiers shot dead all three gunmen, a minister said"
        before -= 1
    if before < 0 or document.pos[before] != "VERB" or "," not in document.lower[subject + 1 : verb]:
        return False
    # "A strike on a school sheltering displaced people killed nine": one participle is taken for the verb above.
    above = document.heads[before] if document.deps[before] == "advcl" and document.tags[before] == "VBD" else before
    return document.deps[above] in _CLAUSE and document.heads[above] == verb


def _joined(document: Document, one: int, other: int) -> bool:
    """Whether a conjunction joins two verbs: "fled and said"; "rebels attacked the village, a leader said" has none."""
    return any(document.deps[c] == "cc" and one < c < other for c in document.children[one])


def _name_before(document: Document, verb: int) -> list[int]:
    """The person named behind the last comma: "…, in the north, elder Musa Gumel said", "…, Musa Gumel, told"."""
    last = verb - 2 if document.lower[verb - 1] == "," else verb - 1
    first = last
    while first > 0 and document.lower[first] != "," and document.pos[first] in NAME_POS:
        first -= 1
    named = first < last and document.entity[last] == "PERSON"
    return [last] if named and document.lower[first] == "," else []


def _list_astray(document: Document, subject: int, verb: int) -> list[int]:
    """Speakers that the parse ties to a noun inside the first one's phrase: "doctors at the hospital and residents"."""
    if document.tags[subject] != "NNS":
        return []
    inside = [c for p in document.children[subject] if document.deps[p] == "prep" for c in document.children[p]]
    return [
        other
        for noun in inside
        if document.deps[noun] == "pobj" and document.tags[noun] != "NNS"
        for other in document.children[noun]
        if document.deps[other] == "conj" and document.tags[other] == "NNS" and other < verb
        if is_role(document, other)
    ]


def _called(document: Document, subject: int) -> bool:
    start = document.phrase_of.get(subject, (subject, subject + 1))[0]
    return start > 0 and document.lower[start - 1] == "as" and document.pos[subject] == "PROPN"


def _antecedent(document: Document, token: int) -> list[int]:
    """The noun before the last relative pronoun in front of a token."""
    first = max(document.sentence(token).start, token - _CLAUSE_REACH)
    for pronoun in range(token - 1, first, -1):
        if document.tags[pronoun] in _RELATIVES:
            noun = pronoun - 1
            while noun > first and document.lower[noun] == ",":
                noun -= 1
            return [noun] if document.pos[noun] in ("NOUN", "PROPN") else []
    return []


def _behind_clause(document: Document, verb: int) -> list[int]:
    """The noun in front of a relative clause or of an apposition that the parse cut off from its verb.

    "One woman who asked not to be named said", "When contacted, the state commissioner, Mr. Ibrahim Kuta, said".
    """
    if document.tags[verb] not in FINITE or verb < 2:
        return []
    before = verb - 1
    if verb + 1 < len(document) and document.entity[verb + 1] == "PERSON":
        # "…, said Jane Roe"
        return []
    if document.lower[before] == "," and document.pos[before - 1] in ("NOUN", "PROPN"):
        # Before the comma stands an apposition with a comma of its own, or no name at all.
        start = document.phrase_of.get(before - 1, (before - 1, before))[0]
        return [before - 1] if document.deps[before - 1] == "appos" and document.lower[start - 1] == "," else []
    if document.pos[before] in ("VERB", "AUX") or document.lower[before] == ",":
        return _antecedent(document, verb)
    return []


def state_before(document: Document, pronoun: int) -> int | None:
    """The state that is the subject of the sentence before, of which nothing is cited: "Moscow made no comment. It"."""
    sentence = document.sentences[max(0, document.sentence_of[pronoun] - 1)]
    subject = next((token for token in sentence if document.deps[token] == "nsubj"), None)
    return subject if subject is not None and document.entity[subject] == "GPE" else None


def behind_relative(document: Document, verb: int) -> list[int]:
    """The noun in front of the relative clause that ends before a verb: "a clerk who fled in fear said"."""
    return _antecedent(document, verb) if document.tags[verb] in FINITE else []


def clause_between(document: Document, subject: int, verb: int) -> bool:
    """Whether another clause stands between a subject and its verb that is none of the subject's own."""
    between = range(subject + 1, verb)
    if any(document.tags[token] in _RELATIVES for token in between):
        return False
    return any(
        document.tags[token] in FINITE and document.pos[token] == "VERB" and document.deps[token] != "acl"
        for token in between
    )


def _tells_news(document: Document, head: int) -> bool:
    """Whether a noun names those who report rather than those who may have been hit."""
    return is_role(document, head) and read_kind(document, head, head + 1) is not SourceKind.WITNESS


def _with_phrases(document: Document, first: int, start: int) -> list[int]:
    """The noun in front of the phrases that hang on it: ", a source close to the investigation told"."""
    for _ in range(_CLIMB):
        noun = first - 2
        if noun <= start or document.pos[first - 1] != "ADP":
            return []
        if document.pos[noun] == "ADJ":
            noun -= 1
        if noun not in document.phrase_of or document.pos[noun] not in ("NOUN", "PROPN"):
            return []
        first = document.phrase_of[noun][0]
        if first > start and document.lower[first - 1] in _BEFORE_ATTRIBUTION:
            # "…, the president of the region said" is told of the one named before.
            return [noun] if document.lower[first] in _UNKNOWN else []
    return []


def _named_between_commas(document: Document, verb: int) -> list[int]:
    """The person whose name and office close a clause: "…, Musa Gumel, chairman of the council, told Reuters"."""
    first = max(document.sentence(verb).start, verb - LONGEST)
    if document.lower[verb - 1] != ",":
        return []
    for token in range(verb - 2, first, -1):
        if document.pos[token] not in NAME_POS or document.lower[token] in QUOTES:
            return []
        if document.entity[token] == "PERSON" and document.lower[token + 1] == ",":
            start, end = document.phrase_of.get(token, (token, token + 1))
            if is_office(document, document.heads[end - 1]):
                # "The army, in a statement by its director, Musa Gumel, said"
                return []
            return [token] if token + 1 < verb - 1 and document.lower[start - 1] in _BEFORE_ATTRIBUTION else []
    return []


def beside(document: Document, verb: int) -> list[int]:
    """The phrases directly before or, behind a quotation, after a verb.

    Where the text keeps its commas, those before it count only as its closing attribution: ", activists and a monitor
    said".
    """
    sentence = document.sentence(verb)
    if document.tags[verb] not in FINITE:
        return []
    before = verb - 1
    while before >= sentence.start and document.pos[before] in _ADVERBS:
        before -= 1
    if before > sentence.start and document.lower[before] == ")":
        before = next((t - 1 for t in range(before, sentence.start, -1) if document.lower[t] == "("), before)
    if before >= sentence.start and document.pos[before] in ("NOUN", "PROPN"):
        heads, first = [before], document.phrase_of.get(before, (before, before + 1))[0]
        if first - 2 >= sentence.start and document.lower[first - 1] == "and" and document.pos[first - 2] == "NOUN":
            heads.insert(0, first - 2)
            first = document.phrase_of.get(first - 2, (first - 2, first - 1))[0]
        if document.lacks_commas:
            return heads if all(_tells_news(document, head) for head in heads) else heads[-1:]
        if first > sentence.start and document.lower[first - 1] in _BEFORE_ATTRIBUTION:
            return heads
        return _with_phrases(document, first, sentence.start)
    named = _named_between_commas(document, verb)
    if named:
        return named
    if document.lemmas[verb] in _WITH_HEARER:
        # "…, told Reuters": behind it stands who heard it.
        return []
    inverted = before < sentence.start or document.lower[before] in _BEFORE_ATTRIBUTION
    if inverted and verb + 1 < sentence.end and verb + 1 in document.phrase_of:
        return [document.phrase_of[verb + 1][1] - 1]
    return []
