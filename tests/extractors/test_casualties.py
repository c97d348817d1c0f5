"""Figures of casualties in sentences: status, number, group, and how the text holds them."""

from __future__ import annotations

import pytest

from incidentparse.extractors.casualties import extract
from incidentparse.mentions import CasualtyMention
from incidentparse.record import CasualtyStatus, Category
from tests.conftest import MakeDocument


def figures(make_document: MakeDocument, text: str) -> list[str]:
    """The figures told as facts: "killed 12", "injured 3+" (open), "killed 5-8"."""
    return [_shown(m) for m in extract(make_document(text)) if m.certainty.actual]


def _shown(mention: CasualtyMention) -> str:
    high = "+" if mention.high is None else "" if mention.high == mention.low else f"-{mention.high}"
    return f"{mention.status.value} {mention.low}{high}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 killed in market blast", "killed 12", id="headline_participle"),
        pytest.param("Blast kills 6, injures 32", "killed 6, injured 32", id="headline_active"),
        pytest.param(
            "7 villagers killed 15 injured in rebel attacks",
            "killed 7, injured 15",
            id="headline_without_comma",
        ),
        pytest.param("The attack left 16 people dead and 30 wounded.", "killed 16, injured 30", id="left_dead"),
        pytest.param("The bombing claimed 30 lives.", "killed 30", id="claimed_lives"),
        pytest.param("The strike claimed the lives of eight civilians.", "killed 8", id="claimed_lives_of"),
        pytest.param("The death toll rose to 39 on Tuesday, officials said.", "killed 39", id="toll_rose"),
        pytest.param("Two more died, raising the death toll to 39.", "killed 2, killed 39", id="raising_the_toll"),
        pytest.param("The death of two officers was announced.", "killed 2", id="nominal"),
        pytest.param("The bodies of three people were found.", "killed 3", id="bodies"),
        pytest.param("There were 16 deaths and no injuries.", "killed 16, injured 0", id="deaths_and_injuries"),
        pytest.param("Four teens were shot, one fatally.", "injured 4, killed 1", id="one_fatally"),
        pytest.param("Five people were shot and wounded.", "injured 5", id="shot_and_wounded"),
        pytest.param("Gunmen shot a politician dead in the market.", "killed 1", id="shot_dead_apart"),
        pytest.param("A farmer was hacked to death.", "killed 1", id="hacked_to_death"),
        pytest.param("A mob beat two men to death.", "killed 2", id="beat_them_to_death"),
        pytest.param("Villagers stoned a woman to death.", "killed 1", id="stoned_to_death"),
        pytest.param(
            "The blast hit a bus, killing 3 and injuring 8 others.",
            "killed 3, injured 8",
            id="killing_and_injuring",
        ),
        pytest.param(
            "Clashes killed one sergeant and one shepherd and injured several others.",
            "killed 1, killed 1, injured 3+",
            id="conjoined_objects",
        ),
        pytest.param(
            "Three policemen were killed and another seriously injured.",
            "killed 3, injured 1",
            id="another_injured",
        ),
        pytest.param("A woman, who had been shot, died in hospital.", "killed 1", id="relative_clause"),
        pytest.param(
            "The head of the agency and his driver were killed.",
            "killed 1, killed 1",
            id="conjunct_past_attribute",
        ),
        pytest.param("Tomas Vega, 54, and another man in his 70s were killed.", "killed 1, killed 1", id="named_list"),
        pytest.param(
            "A man was pronounced dead at the scene and two others were taken to a hospital.",
            "killed 1, injured 2",
            id="pronounced_dead",
        ),
        pytest.param("One victim succumbed to his injuries.", "killed 1", id="succumbed"),
        pytest.param("The officer suffered a gunshot wound to the leg.", "injured 1", id="suffered_wound"),
        pytest.param("No one was hurt.", "injured 0", id="no_one_hurt"),
        pytest.param("There were no casualties.", "injured 0, killed 0", id="no_casualties"),
        pytest.param("Seven loaders and two drivers were kidnapped.", "abducted 7, abducted 2", id="kidnapped"),
        pytest.param("The rebels took three aid workers hostage.", "abducted 3", id="took_hostage"),
        pytest.param("Police arrested four suspects.", "detained 4", id="arrested"),
        pytest.param("Two fishermen are missing.", "missing 2", id="missing"),
        pytest.param("Three guards were attacked and they were beaten.", "injured 3", id="they"),
        pytest.param("A watchman, Jose Pineda, was killed.", "killed 1", id="apposition"),
        pytest.param(
            "Six people, three men and three women, were shot.", "injured 6, injured 3, injured 3", id="breakdown"
        ),
        pytest.param("A guard was killed along with two villagers.", "killed 1, killed 2", id="along_with"),
        pytest.param("Three children were among five dead.", "killed 5", id="among_the_dead"),
        pytest.param("Two drivers were detained by rebels.", "abducted 2", id="detained_by_rebels"),
        pytest.param("Ten people were hurt, none seriously.", "injured 10", id="none_seriously"),
        pytest.param("Between 5 and 8 soldiers were killed.", "killed 5-8", id="range"),
        pytest.param("One of the five people killed on Friday was a nurse.", "killed 5", id="whole_of_a_share"),
    ],
)
def test_finds_figures(make_document: MakeDocument, text: str, expected: str) -> None:
    assert sorted(figures(make_document, text)) == sorted(expected.split(", "))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The blast could have killed dozens of people.", id="modal"),
        pytest.param("He threatened to kill three hostages.", id="threat"),
        pytest.param("The driver was not injured.", id="negated"),
        pytest.param("Carlos Ruiz, 67, watched the fight.", id="age"),
        pytest.param("The fire destroyed 40 houses and 12 vehicles.", id="things"),
        pytest.param("Two blasts hit the market at 8:50 a.m.", id="no_casualties_told"),
        pytest.param("The zoo killed a gorilla.", id="animal"),
        pytest.param("A series of three shootings shook the town.", id="deeds_counted"),
    ],
)
def test_finds_none(make_document: MakeDocument, text: str) -> None:
    assert figures(make_document, text) == []


def only(make_document: MakeDocument, text: str) -> CasualtyMention:
    (mention,) = extract(make_document(text))
    return mention


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The war has killed more than 300,000 people since 2011.", id="war"),
        pytest.param("More than 40 people have been killed in the city this year.", id="this_year"),
        pytest.param("The offensive displaced nearly a million people between December and March.", id="months"),
    ],
)
def test_counts_of_a_long_time_are_cumulative(make_document: MakeDocument, text: str) -> None:
    assert only(make_document, text).cumulative


def test_last_years_attack_is_historical(make_document: MakeDocument) -> None:
    assert only(make_document, "Last year a bomb killed 30 people there.").certainty.historical


def test_part_of_total(make_document: MakeDocument) -> None:
    document = make_document("At least 12 people, including three children, were killed.")
    assert [(m.low, m.part_of_total) for m in extract(document)] == [(12, False), (3, True)]


def test_group_and_nationality(make_document: MakeDocument) -> None:
    document = make_document("Three Russian troops and several Turks were injured in the blast.")
    first, second = extract(document)
    assert (first.category, first.country_code, second.country_code) == (Category.MILITARY, "RU", "TR")
    assert first.group is not None
    assert document.slice(*first.group) == "Russian troops"


def test_shot_counts_killed_and_injured_together(make_document: MakeDocument) -> None:
    mention = only(make_document, "Four people were shot.")
    assert mention.overall
    assert mention.status is CasualtyStatus.INJURED


def test_toll_updates(make_document: MakeDocument) -> None:
    assert only(make_document, "The death toll rose to 39.").updates


def test_third_victim(make_document: MakeDocument) -> None:
    assert only(make_document, "A third victim has died.").ordinal == 3


def test_mentions_lie_in_the_order_of_the_text(make_document: MakeDocument) -> None:
    document = make_document("A bomb killed 3 soldiers. Later 2 more died. Police arrested four men.")
    starts = [m.start for m in extract(document)]
    assert starts == sorted(starts)
    assert all(0 <= m.start < m.end <= len(document) for m in extract(document))
