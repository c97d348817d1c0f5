"""Whose deed it is by the names in front, and groups that no lexicon has: sentences in, perpetrators out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.actors import extract
from incidentparse.record import Attribution
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Russian missiles struck a residential building in Kramivka, killing five people.",
            {"Military Forces of Russia": Attribution.STATED},
            id="whose missiles",
        ),
        pytest.param(
            "US-led airstrikes on the town killed eight people.",
            {"US-led coalition": Attribution.STATED},
            id="led by a state, not the state",
        ),
        pytest.param(
            "A coalition of separatist groups said Malian soldiers shot two herders.",
            {"Military Forces of Mali": Attribution.STATED},
            id="a coalition, not the coalition",
        ),
        pytest.param(
            "Members of the Krez Mon gang attacked the town on Thursday.",
            {"Krez Mon": Attribution.STATED},
            id="gang that no lexicon has",
        ),
        pytest.param(
            "Urban guerrillas attacked the barracks.",
            {"Urban guerrillas": Attribution.STATED},
            id="an adjective names no group",
        ),
        pytest.param(
            "Prosecutors blame persons in the service of the smugglers for the bombing.",
            {"persons in the service of the smugglers": Attribution.ACCUSED},
            id="known by whom they serve",
        ),
        pytest.param(
            "The al Qaeda affiliate al-Shabaab shelled the camp on Monday.",
            {"al-Shabaab": Attribution.STATED},
            id="the affiliate, not its parent",
        ),
        pytest.param(
            "Gunmen believed to belong to the Jalisco New Generation Cartel ambushed a convoy of state police.",
            {"Jalisco New Generation Cartel": Attribution.SUSPECTED},
            id="believed to belong to",
        ),
    ],
)
def test_groups_and_states(make_document: MakeDocument, text: str, expected: dict[str, Attribution]) -> None:
    found = {m.name: m.attribution for m in extract(make_document(text)) if m.perpetrates}
    assert found == expected


def test_a_rank_in_capitals_is_no_group(make_document: MakeDocument) -> None:
    document = make_document("A bomb went off in Lahore, Pakistan. SSP Operations Asad Mir said the SSP planted it.")
    assert [document.words[m.start - 1] for m in extract(document) if m.key.startswith("group:")] == ["the"]
