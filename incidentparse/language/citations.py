"""Citations by verbs of saying: who says, confirms, denies or claims what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from incidentparse.language.attributions import (
    PREPOSITIONS,
    agents,
    by_noun,
    by_preposition,
    outlet_on_air,
    outlet_told,
)
from incidentparse.language.bounds import sentence_bounds
from incidentparse.language.certainty import held_to_be
from incidentparse.language.cited import Citation, cite
from incidentparse.language.document import Document
from incidentparse.language.grammar import REFLEXIVE
from incidentparse.language.name_start import LONGEST
from incidentparse.language.named_words import named_words
from incidentparse.language.punctuation import QUOTES
from incidentparse.language.reporting_subjects import behind_relative, beside, clause_between, subjects
from incidentparse.language.source_kinds import is_document, is_role, names_outlet, names_speaker, sees_for_itself
from incidentparse.language.speakers import Speaker
from incidentparse.lexicons import LexiconEntry, load_lexicon
from incidentparse.record import Stance

Needs = Literal["free", "clause", "that", "sight", "deed", "text", "named", "object"]

_OBJECTS = frozenset({"dobj", "ccomp", "oprd", "acomp", "xcomp", "prt"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp", "oprd"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_HEARD = frozenset({"tell", "inform"})
_MODALS = frozenset({"will", "shall", "may", "might", "must", "should", "would", "could", "can", "'ll", "’ll", "to"})
_CONDITIONS = frozenset({"if", "whether", "unless", "until"})
_RESPONSIBILITY = frozenset({"responsibility", "credit"})
# "Claimed it in a message"; a clause would follow where somebody claims that something is so.
_DEED_PRONOUNS = frozenset({"it", "them"})
# Senses of the frames whose nouns name a deed that somebody may claim.
_DEEDS = frozenset({"attack", "kill", "shoot", "explode", "abduct", "raid", "bombing", "shell", "operation"})


class VerbEntry(LexiconEntry):
    """A line of ``reporting_verbs.jsonl``: a verb by which somebody is cited.

    Attributes:
        lemma: the verb.
        forms: its forms.
        stance: what the speaker does by it.
        needs: what makes it one of saying. "free": the verb alone; "clause": a clause or a quotation; "that": a clause
            that "that" opens; "sight": a witness or reporter as its subject; "deed": no thing as its object ("added a
            page"); "text": a text or recording ("released a statement"); "named": a name as its subject;
            "object": one of ``objects`` ("took responsibility", "put the toll at 12", "made this known").
        objects: those objects.
    """

    lemma: str
    forms: tuple[str, ...]
    stance: Stance
    needs: Needs
    objects: tuple[str, ...] = ()


@cache
def _verbs() -> dict[str, VerbEntry]:
    return {form: entry for entry in reversed(load_lexicon("reporting_verbs.jsonl", VerbEntry)) for form in entry.forms}


def read_citations(document: Document) -> list[Citation]:
    """The citations, in the order of the text."""
    found: list[Citation] = []
    verbs, texts = _verbs(), named_words("texts with an author")
    for token, word in enumerate(document.lower):
        if word in verbs and document.pos[token] in ("VERB", "AUX", "NOUN", "PROPN") and not _surname(document, token):
            found.extend(_by_verb(document, token, verbs[word]))
        elif word in PREPOSITIONS:
            found.extend(by_preposition(document, token))
        elif word in texts:
            found.extend(by_noun(document, token))
    return found


def _surname(document: Document, token: int) -> bool:
    """ "Osama Said": behind a name a capital makes the verb one of its parts, outside a headline."""
    if not document.words[token][0].isupper() or token == document.sentence(token).start:
        return False
    return document.pos[token - 1] == "PROPN" and not document.sentence(token).title and document.pos[token] == "PROPN"


def _by_verb(document: Document, verb: int, entry: VerbEntry) -> Iterator[Citation]:
    if document.pos[verb] in ("NOUN", "PROPN"):
        yield from _by_headline_noun(document, verb, entry)
        return
    stance = _stance(document, verb, entry)
    if entry.lemma in _HEARD or document.lower[min(verb + 1, len(document) - 1)] == "to":
        yield from outlet_told(document, verb)
    yield from outlet_on_air(document, verb)
    if _passive(document, verb):
        if not _orders(document, verb, entry) and _told_in_passive(document, verb, entry):
            yield from cite(document, agents(document, verb), verb, "by-agent", stance, None)
        if entry.lemma in ("quote", "cite"):
            yield from cite(document, _children(document, verb, "nsubjpass"), verb, "quoted", stance, verb)
        return
    if document.tags[verb] == "VB" and not any(document.deps[c] == "aux" for c in document.children[verb]):
        return
    if document.tags[verb] == "VBG" and not _finite(document, verb) and not _has_clause(document, verb):
        return
    if _withheld(document, verb, entry) or not _complete(document, verb, entry):
        return
    heads, rule = _not_counted(document, verb, *subjects(document, verb))
    cited = list(cite(document, heads, verb, rule, stance, verb))
    astray = not cited or clause_between(document, heads[-1], verb)
    if rule == "subject" and astray and entry.needs == "free":
        # The parse may take the subject of what is said for the one who says it.
        cited = list(cite(document, beside(document, verb), verb, "beside", stance, verb)) or cited
        cited = cited or list(cite(document, behind_relative(document, verb), verb, "relative", stance, verb))
    yield from (c for c in cited if c.speaker is None or _fits(document, c.speaker, entry))
    if entry.lemma in ("quote", "cite"):
        # "Reuters quoted a doctor as saying"
        yield from cite(document, _children(document, verb, "dobj"), verb, "quoted", stance, None)


def _not_counted(document: Document, verb: int, heads: list[int], rule: str) -> tuple[list[int], str]:
    """Without commas the parse lets the counted speak: "killing nine civilians activists said"."""
    if not document.lacks_commas or rule != "subject" or verb - 1 in heads or document.tags[verb - 1] != "NNS":
        return heads, rule
    phrase = document.phrase_of.get(heads[-1], (heads[-1], heads[-1] + 1))
    counted = any(document.pos[token] == "NUM" for token in range(*phrase))
    return (beside(document, verb), "beside") if counted else (heads, rule)


def _finite(document: Document, verb: int) -> bool:
    return any(document.deps[child] == "aux" for child in document.children[verb])


def _by_headline_noun(document: Document, token: int, entry: VerbEntry) -> Iterator[Citation]:
    """The verb read as a noun: "Local media report that …" behind a plural that can speak, "…, Reuters reports." """
    yield from _closing(document, token, entry)
    if entry.needs != "free" or document.tags[token] != "NN" or token == 0 or document.phrase_of.get(token) is None:
        return
    start = document.phrase_of[token][0]
    plural = document.tags[token - 1] in ("NNS", "NNPS") and start < token
    told = _children(document, token, "acl") or _children(document, token, "ccomp")
    if plural and told and names_speaker(document, start, token, token - 1):
        yield from cite(document, [token - 1], token, "subject", entry.stance, token)


def _closing(document: Document, token: int, entry: VerbEntry) -> Iterator[Citation]:
    """ "Ten people were killed, Reuters news agency reports." """
    closes = token + 1 == document.sentence(token).end or document.lower[token + 1] == "."
    if not closes or entry.needs != "free":
        return
    start = token
    while start > max(0, token - LONGEST) and document.pos[start - 1] in _NOMINAL:
        start -= 1
    if document.lower[start - 1 : start] == [","] and names_outlet(document, start, token):
        outlet = Speaker(start, token, token - 1)
        yield Citation(outlet, None, token, "beside", entry.stance, sentence_bounds(document, token))


def _told_in_passive(document: Document, verb: int, entry: VerbEntry) -> bool:
    """ "Claimed by", "identified by"; not "taken by" ambulance or "found by" police."""
    if entry.needs in ("that", "sight", "deed"):
        return False
    if entry.needs == "object":
        return any(document.lower[child] in entry.objects for child in _children(document, verb, "nsubjpass"))
    if entry.needs == "text":
        subjects_of = _children(document, verb, "nsubjpass") or [document.heads[verb]]
        return any(is_document(document, token) for token in subjects_of)
    return True


def _complete(document: Document, verb: int, entry: VerbEntry) -> bool:
    """Whether the verb has beside it what it needs to be one of saying."""
    if entry.needs == "clause":
        return _has_clause(document, verb) or (entry.lemma == "claim" and _claims_deed(document, verb))
    if entry.needs == "that":
        clauses = _children(document, verb, "ccomp")
        return any(document.lower[c] == "that" for clause in clauses for c in document.children[clause])
    if entry.needs == "object":
        beside_it = [c for c in document.children[verb] if document.deps[c] in _OBJECTS]
        objects = [child for child in beside_it if document.lower[child] in entry.objects]
        return any("no" not in [document.lower[c] for c in document.children[child]] for child in objects)
    if entry.needs == "sight":
        return document.deps[verb] != "ccomp"
    if entry.needs == "text":
        texts = any(is_document(document, token) for token in _children(document, verb, "dobj"))
        return texts or (entry.lemma == "post" and _has_clause(document, verb))
    if entry.needs == "deed":
        return _has_clause(document, verb) or not _children(document, verb, "dobj")
    return True


def _claims_deed(document: Document, verb: int) -> bool:
    """ "Claimed the attack"."""
    objects = _children(document, verb, "dobj")
    if any(document.lower[token] in _DEED_PRONOUNS for token in objects):
        return True
    return any(f.trigger in objects and f.sense in _DEEDS for f in document.frames) if objects else False


def _stance(document: Document, verb: int, entry: VerbEntry) -> Stance:
    """The verb's stance; "claimed responsibility" and "denied" something said are told from their objects."""
    if entry.lemma == "claim" and (_passive(document, verb) or _claims_deed(document, verb)):
        return Stance.CLAIMS_RESPONSIBILITY
    if entry.lemma in ("claim", "admit", "accept", "take", "acknowledge", "declare", "assume"):
        objects = {document.lower[child] for child in document.children[verb] if document.deps[child] == "dobj"}
        if not _RESPONSIBILITY.isdisjoint(objects):
            return Stance.CLAIMS_RESPONSIBILITY
    return entry.stance


def _has_clause(document: Document, verb: int) -> bool:
    """Whether the verb has a clause, an object after "claimed responsibility", or stands in a quotation."""
    children = document.children[verb]
    if any(document.deps[child] in _CLAUSES for child in children):
        return True
    if any(document.lower[child] == "responsibility" for child in children):
        return True
    sentence = document.sentence(verb)
    near = range(max(sentence.start, verb - 3), min(sentence.end, verb + 4))
    return any(document.lower[token] in QUOTES for token in near)


def _fits(document: Document, speaker: Speaker, entry: VerbEntry) -> bool:
    """Whether the speaker is one who can do what the verb says."""
    if entry.needs == "sight":
        return sees_for_itself(document, speaker.start, speaker.end)
    return entry.needs != "named" or _named(document, speaker)


def _named(document: Document, speaker: Speaker) -> bool:
    """Whether the speaker is a name, a body or an office rather than people in general."""
    if is_role(document, speaker.head):
        return True
    return any(document.pos[t] == "PROPN" or document.entity[t] for t in range(speaker.start, speaker.end))


def _withheld(document: Document, verb: int, entry: VerbEntry) -> bool:
    """ "Did not say", "declined to say", "said nothing", "has not released it or said why", "told them to stay"."""
    if held_to_be(document, verb):
        return True
    children = document.children[verb]
    if any(document.deps[child] == "neg" or document.lower[child] == "neither" for child in children):
        return True
    if _not_yet(document, verb):
        return True
    if document.tags[verb] == "VBN" and not any(document.deps[child] in ("aux", "nsubj") for child in children):
        return True
    if document.deps[verb] == "conj" and _withheld_before(document, document.heads[verb]):
        return True
    objects = [document.lower[child] for child in children if document.deps[child] == "dobj"]
    if entry.stance is not Stance.DENIES and any(word in REFLEXIVE for word in objects):
        return True
    if any(word in named_words("nothing") for word in objects):
        return True
    return _orders(document, verb, entry) or document.lower[document.heads[verb]] in named_words("unsaid")


def _not_yet(document: Document, verb: int) -> bool:
    """ "Will disclose", "may say", "if he says so"; "would only say" is said."""
    children = document.children[verb]
    if any(document.deps[c] == "aux" and document.lower[c] in _MODALS for c in children):
        return not any(document.lower[c] == "only" for c in children)
    return any(document.deps[c] == "mark" and document.lower[c] in _CONDITIONS for c in children)


def _withheld_before(document: Document, verb: int) -> bool:
    """Whether a verb is denied together with those that "or" or "nor" ties to it."""
    words = {document.lower[c]: document.deps[c] for c in document.children[verb]}
    return ("or" in words and "neg" in words.values()) or ("nor" in words and "neither" in words)


def _orders(document: Document, verb: int, entry: VerbEntry) -> bool:
    """ "Told residents to stay indoors"."""
    if entry.lemma != "tell":
        return False
    return any(document.tags[c] == "VB" and document.deps[c] == "xcomp" for c in document.children[verb])


def _passive(document: Document, verb: int) -> bool:
    return document.tags[verb] == "VBN" and (
        document.deps[verb] in ("acl", "amod")
        or any(document.deps[child] in ("auxpass", "nsubjpass") for child in document.children[verb])
    )


def _children(document: Document, token: int, dep: str) -> list[int]:
    return [child for child in document.children[token] if document.deps[child] == dep]
