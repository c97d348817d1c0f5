"""Names of persons: in full, told as persons by what stands around them, and whom a pronoun means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidentparse.language.ages import age_of
from incidentparse.language.document import Document
from incidentparse.language.named_words import victim_words
from incidentparse.language.person_names import full_name, told_as_person
from incidentparse.language.pronouns import antecedent

MakeDocument = Callable[..., Document]


def test_a_surname_stands_for_the_full_name(make_document: MakeDocument) -> None:
    document = make_document("Officer Karen Mitchell, 34, stopped the van. Mitchell was shot in the arm.")
    surname = document.words.index("Mitchell", document.words.index("van"))
    name = full_name(document, (surname, surname + 1))
    assert document.slice(*name) == "Karen Mitchell"
    assert told_as_person(document, name)


@pytest.mark.parametrize(
    ("text", "phrase", "age"),
    [
        pytest.param("A 17-year-old boy was shot.", "boy", 17, id="before the noun"),
        pytest.param("Karen Mitchell, 34, was shot.", "Mitchell", 34, id="in apposition"),
        pytest.param("The mayor was shot.", "mayor", None, id="none told"),
    ],
)
def test_age_of_a_phrase(make_document: MakeDocument, text: str, phrase: str, age: int | None) -> None:
    document = make_document(text)
    end = document.words.index(phrase) + 1
    assert age_of(document, 0, end) == age


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        pytest.param(
            "Karen Mitchell was leaving her office when a man fired at her.", "her", "Karen Mitchell", id="she"
        ),
        pytest.param("The gunman fled. Police shot him.", "him", None, id="not the attacker"),
    ],
)
def test_whom_a_pronoun_means(make_document: MakeDocument, text: str, pronoun: str, meant: str | None) -> None:
    document = make_document(text)
    token = len(document.words) - 1 - document.words[::-1].index(pronoun)
    place = antecedent(document, token)
    assert (document.slice(*place) if place is not None else None) == meant


def test_words_of_victims_are_folded_and_told_once() -> None:
    words = victim_words("accused")
    assert words
    assert all(word == word.lower() for word in words)
