"""Characters, lines and paragraphs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.article.layout import clean_characters, paragraphs

WIRE = """   KABUL, 3 JAN 90 -- A BOMB EXPLODED NEAR THE TOWN HALL THIS MORNING AND
KILLED TWO GUARDS.  A THIRD GUARD WAS TAKEN TO THE MILITARY HOSPITAL IN THE
CAPITAL WITH SERIOUS WOUNDS, A DOCTOR SAID.

   NO GROUP HAS CLAIMED THE ATTACK, WHICH DAMAGED THE OFFICES OF THE ANTI-
NARCOTICS POLICE ACROSS THE STREET.  POLICE HAVE CLOSED THE ROADS THAT LEAD
INTO THE TOWN.
"""


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line_ends"),
        pytest.param("Minister\u200e Hai\u00adder\ufeff", "Minister Haider", id="invisible"),
        pytest.param("two\u00a0killed", "two\u00a0killed", id="spaces_wait_for_the_paragraphs"),
        pytest.param("Bogota\u0301", "Bogot\u00e1", id="nfc"),
        pytest.param("killed by \x1b[31mtwo\x1b[0m", "killed by  two ", id="terminal_colours"),
        pytest.param("Hisarak &ndash; Azra, R&D;", "Hisarak \u2013 Azra, R&D;", id="character_references"),
        pytest.param("x\ud83dy", "x y", id="half_a_character"),
    ],
)
def test_clean_characters(text: str, clean: str) -> None:
    assert clean_characters(text).split(" ") == clean.split(" ")


def test_wire_copy_is_unwrapped() -> None:
    assert paragraphs(WIRE) == [
        "KABUL, 3 JAN 90 -- A BOMB EXPLODED NEAR THE TOWN HALL THIS MORNING AND KILLED TWO GUARDS. A THIRD GUARD WAS "
        "TAKEN TO THE MILITARY HOSPITAL IN THE CAPITAL WITH SERIOUS WOUNDS, A DOCTOR SAID.",
        "NO GROUP HAS CLAIMED THE ATTACK, WHICH DAMAGED THE OFFICES OF THE ANTI-NARCOTICS POLICE ACROSS THE STREET. "
        "POLICE HAVE CLOSED THE ROADS THAT LEAD INTO THE TOWN.",
    ]


def test_indented_paragraphs_without_blank_lines() -> None:
    assert paragraphs(WIRE.replace("\n\n", "\n")) == paragraphs(WIRE)


def test_lines_of_a_page_are_paragraphs() -> None:
    text = "A bomb killed two.\nPolice closed the roads that lead into the town, an officer said.\n\nNobody claimed it."
    assert paragraphs(text) == [line for line in text.split("\n") if line]


def test_a_list_stays_a_list() -> None:
    lines = [
        "The victims:",
        "• a 30-year-old man shot in the foot",
        "• a 46-year-old man shot in the arm",
        "• a boy of 17",
    ]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It was on Monday.A third man died.", "It was on Monday. A third man died.", id="run_together"),
        pytest.param(
            "See www.example.Com and U.S.A. today.", "See www.example.Com and U.S.A. today.", id="no_sentences"
        ),
        pytest.param("two\u00a0 \tkilled ", "two killed", id="spaces"),
    ],
)
def test_inside_a_paragraph(text: str, expected: str) -> None:
    assert paragraphs(text) == [expected]


@given(st.text(max_size=300))
def test_nothing_but_space_is_lost(text: str) -> None:
    clean = clean_characters(text)
    assert unicodedata.is_normalized("NFC", clean)
    found = paragraphs(clean)
    assert all(p and p == " ".join(p.split()) for p in found)
    assert "".join("".join(found).split()) == "".join(clean.split())
