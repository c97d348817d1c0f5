"""Truecasing: sentences in capitals in, ordinary case out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentparse.errors import LexiconError
from incidentparse.language import word_case as tables
from incidentparse.language.truecase import truecase


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [
        pytest.param(
            "THREE SOLDIERS WERE KILLED IN SAN SALVADOR YESTERDAY.",
            "Three soldiers were killed in San Salvador yesterday.",
            id="place",
        ),
        pytest.param(
            "PRESIDENT JOSE NAPOLEON DUARTE SAID THAT HE REGRETS THE ATTACK.",
            "President Jose Napoleon Duarte said that he regrets the attack.",
            id="rank_before_a_name",
        ),
        pytest.param("THE PRESIDENT SAID NOTHING.", "The president said nothing.", id="rank_alone"),
        pytest.param(
            "GUERRILLAS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) FIRED ON A TRUCK.",
            "Guerrillas of the Farabundo Marti National Liberation Front (FMLN) fired on a truck.",
            id="armed_group_and_acronym",
        ),
        pytest.param(
            "THE PEASANT LAND UNION (PLU) CALLED A STRIKE.",
            "The Peasant Land Union (PLU) called a strike.",
            id="acronym_spelt_out",
        ),
        pytest.param(
            "U.S. TROOPS ARRIVED AT 3 P.M. ON 5 MAY.", "U.S. troops arrived at 3 p.m. on 5 May.", id="dots_and_month"
        ),
        pytest.param("THEY MAY MARCH ON MONDAY.", "They may march on Monday.", id="may_and_march_as_verbs"),
        pytest.param(
            "GEN. NORIEGA WAS SEEN. THE ARMY DENIED IT.",
            "Gen. Noriega was seen. The army denied it.",
            id="rank_with_a_dot",
        ),
        pytest.param("POLICE TOLD US THAT US TROOPS LEFT.", "Police told us that US troops left.", id="us"),
        pytest.param(
            "THE MAYOR OF SAN LUIS DE LA REINA IN EL SALVADOR WAS SHOT.",
            "The mayor of San Luis de la Reina in El Salvador was shot.",
            id="particles",
        ),
        pytest.param(
            "FIGHTERS OF AL-QAEDA HIT DEIR EZ-ZOR.", "Fighters of al-Qaeda hit Deir ez-Zor.", id="arabic_articles"
        ),
        pytest.param(
            "TWO M-16 RIFLES WERE FOUND ON THE 10TH STREET.",
            "Two M-16 rifles were found on the 10th street.",
            id="digits",
        ),
        pytest.param("THE MINISTER'S CAR DIDN'T STOP.", "The minister's car didn't stop.", id="apostrophes"),
        pytest.param(
            "LIMA, 7 AUG 89 (EFE) -- THE POLICE REPORTED TODAY THAT A BOMB EXPLODED.",
            "Lima, 7 Aug 89 (EFE) -- The police reported today that a bomb exploded.",
            id="dateline",
        ),
        pytest.param(
            "SEAN O'BRIEN AND ROBERTO D'AUBUISSON MET.",
            "Sean O'Brien and Roberto D'Aubuisson met.",
            id="inner_capitals",
        ),
    ],
)
def test_capitals_become_ordinary_case(capitals: str, expected: str) -> None:
    assert truecase(capitals) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Three soldiers were killed by the FMLN in San Salvador.", id="ordinary"),
        pytest.param("WARREN\n\nPolice in Warren said two men were shot.", id="heading_of_one_word"),
        pytest.param("KABUL (Reuters) - Two people died when a bomb went off.", id="place_of_a_dateline"),
        pytest.param("12 345", id="no_letters"),
        pytest.param("", id="nothing"),
    ],
)
def test_text_in_ordinary_case_stands(text: str) -> None:
    assert truecase(text) is text


def test_only_the_title_in_capitals_is_read_anew() -> None:
    text = "BOMB KILLS FIVE AT MARKET IN KARACHI\n\nA bomb killed five people in Karachi, the PPP said."
    assert (
        truecase(text) == "Bomb kills five at market in Karachi\n\nA bomb killed five people in Karachi, the PPP said."
    )


def test_letters_without_a_single_small_form_keep_the_length() -> None:
    text = "İSTANBUL POLICE SAID THAT İZMİR IS CALM."
    assert len(truecase(text)) == len(text)
    assert truecase(text).lower().endswith("is calm.")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_the_length_and_the_letters_stand(text: str) -> None:
    for given_text in (text, text.upper()):
        result = truecase(given_text)
        assert len(result) == len(given_text)
        assert all(a == b or a.lower() == b or a == b.upper() for a, b in zip(given_text, result, strict=True))


@given(
    st.lists(
        st.sampled_from("THE ARMY OF EL SALVADOR (FMLN) GEN. US MAY 5 DE LA A.M. O'BRIEN AL-QAEDA".split()), max_size=12
    )
)
def test_letters_stay_in_their_order(words: list[str]) -> None:
    once = truecase(" ".join(words))
    assert re.sub(r"\W", "", once).lower() == re.sub(r"\W", "", " ".join(words)).lower()


def test_a_line_of_unknown_kind_in_the_table_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gzip.decompress", lambda _: b"lower\tthe\nshouted\tHEY\n")
    with pytest.raises(LexiconError, match="line 2"):
        tables.word_case.__wrapped__()


def test_the_table_has_each_kind() -> None:
    table = tables.word_case()
    assert {table.cases[w] for w in ("soldier", "general", "duarte", "cia", "mcdonald")} == set(tables.Case)
