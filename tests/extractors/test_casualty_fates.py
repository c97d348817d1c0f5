"""The hurt who die sentences later, attackers called by their name, and tolls that a later sentence raises."""

from __future__ import annotations

import pytest

from incidentparse.extractors.casualties import extract
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "died"),
    [
        pytest.param(
            "Officers found a man suffering from gunshot wounds. He was taken to Mercy Hospital, where he died.",
            ["a"],
            id="he_died",
        ),
        pytest.param("A woman was shot in the arm. He died at the scene.", [], id="not_the_woman"),
        pytest.param("A man was killed and a woman was hurt. The man died at the scene.", [], id="the_man"),
        pytest.param("The clerk was grazed. Police have not named the dead man.", [], id="dead_before"),
        pytest.param(
            "Officers found Omar Reed and a woman suffering from wounds. Reed died on Tuesday.",
            ["Omar Reed"],
            id="named",
        ),
    ],
)
def test_the_hurt_who_die_later(make_document: MakeDocument, text: str, died: list[str]) -> None:
    document = make_document(text)
    assert [document.slice(*m.number) for m in extract(document) if m.died] == died


def test_an_attacker_called_by_name(make_document: MakeDocument) -> None:
    document = make_document("The gunman, Omar Reed, killed two people. Reed died after a shootout with police.")
    assert [m.side.value for m in extract(document) if m.person is not None] == ["perpetrator"]


@pytest.mark.parametrize(
    ("text", "of_hurt"),
    [
        pytest.param("A mine killed a guard and hurt five. One of the wounded died on Friday.", ["One"], id="wounded"),
        pytest.param("Six people were injured. Two of them died in hospital.", ["Two"], id="of_them"),
        pytest.param("Two men were wounded. Both died on the way.", ["Both"], id="both"),
        pytest.param("One man was killed and three were hurt. One of the victims died at home.", [], id="any_victim"),
        pytest.param("A gunman wounded three men. He then killed himself.", [], id="attacker"),
    ],
)
def test_the_dead_who_were_hurt_before(make_document: MakeDocument, text: str, of_hurt: list[str]) -> None:
    document = make_document(text)
    assert [document.slice(*m.number) for m in extract(document) if m.of_hurt] == of_hurt
