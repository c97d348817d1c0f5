"""Those who stand beside a deed where a doer could stand: police at their work, the staff of a party."""

from __future__ import annotations

from incidentparse.language.actor_nouns import actor_noun
from incidentparse.language.document import Document
from incidentparse.language.named_words import named_words
from incidentparse.language.party import Party
from incidentparse.language.people import people_index
from incidentparse.mentions import Tokens
from incidentparse.record import Category

_FIGHTING = frozenset({Category.MILITARY, Category.POLICE, Category.ARMED_GROUP})


def only_inquire(document: Document, phrase: Tokens, deed: int) -> bool:
    """ "police investigate after a shooting kills two": they do no more than their work."""
    verbs = {document.heads[t] for t in range(*phrase) if not phrase[0] <= document.heads[t] < phrase[1]}
    return any(verb != deed and document.lemmas[verb] in named_words("inquiring") for verb in verbs)


def stands_beside(document: Document, party: Party, head: int, deed: int) -> bool:
    """ "UN staff", "a Hamas spokesman" do not fight; "the worst US shooting" is not the country's."""
    crime = document.pos[deed] != "VERB" and document.lower[deed] in named_words("crimes of single persons")
    if party.rule == "country" and crime:
        return True
    if party.start <= head < party.end or actor_noun(document, head) is not None:
        return False
    if document.deps[party.end - 1] == "appos" and document.heads[party.end - 1] == head:
        # "The specialist, Ryan Cole, stabbed her": the noun is he.
        return False
    found = next(people_index().find(document.folded[head : head + 1]), None)
    return found is not None and found.value.noun.category not in _FIGHTING
