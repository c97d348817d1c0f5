"""The towns and states in a publisher's name, "FOX 8 WVUE New Orleans News", as evidence of where its news is from."""

from __future__ import annotations

import re

from incidentparse.language.place_words import words_of
from incidentparse.places.candidates import Name
from incidentparse.places.gazetteer import Gazetteer
from incidentparse.places.keys import name_key
from incidentparse.places.place import PlaceClass

# What the places of a publisher's name count beside those of its article.
_WEIGHT = 0.3
# Publishers bear the names of states and of cities; smaller places only share theirs: "Fox", "Sun".
_CITY = 20_000
_LONGEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")


def publisher_names(publisher: str | None, gazetteer: Gazetteer) -> list[Name]:
    """The places in a publisher's name, for `resolve` beside those of the article.

    Args:
        publisher: who published the article, as its page or its title says.
        gazetteer: where names are looked up.
    """
    words = _WORD.findall(publisher or "")
    found: list[Name] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            form = " ".join(words[start:end])
            if words[start][0].isupper() and words[end - 1].lower() not in words_of("site") and _known(form, gazetteer):
                found.append(Name(name_key(form), (form,), weight=_WEIGHT))
                start = end
                break
        else:
            start += 1
    return found


def _known(form: str, gazetteer: Gazetteer) -> bool:
    if gazetteer.abbreviated(form) is not None:
        return form.isupper()
    return any(
        place.feature is PlaceClass.ADMIN1 or (place.populated and place.population >= _CITY)
        for place in gazetteer.named(name_key(form))
    )
