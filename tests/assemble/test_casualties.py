"""Totals of one incident from all that its article says."""

from __future__ import annotations

import pytest

from incidentparse.assemble.casualties import fill_casualties
from incidentparse.assemble.draft import BACKGROUND, Draft, Drafts
from incidentparse.extractors.casualties import extract
from incidentparse.language.document import Document
from incidentparse.mentions import SourceMention
from incidentparse.record import Casualties, Count, IncidentType, SourceKind, Stage
from tests.conftest import MakeDocument

Bounds = tuple[int, int | None] | None


def fill(
    document: Document,
    *,
    kind: IncidentType = IncidentType.BOMBING,
    owned: tuple[int, ...] | None = None,
    sources: tuple[SourceMention, ...] = (),
) -> Casualties:
    """The casualties of a draft that owns every token, or those of the sentences named."""
    draft = Draft(0, (), kind, Stage.ACCOMPLISHED, False, 0, 0.9)
    owner = tuple(0 if owned is None or s in owned else BACKGROUND for s in document.sentence_of)
    return fill_casualties(document, draft, Drafts((draft,), owner), extract(document), sources)


def bounds(count: Count | None) -> Bounds:
    return None if count is None else (count.min, count.max)


@pytest.mark.parametrize(
    ("title", "text", "killed", "injured"),
    [
        pytest.param(
            "Blast kills 12 at Kandahar market",
            "A bomb tore through a market in Kandahar on Monday, killing 12 people, among them three children, "
            "and wounding 30.",
            (12, 12), (30, 30), id="total_with_parts",
        ),
        pytest.param(
            "Dozens hurt as rally is broken up in Omdur",
            "One protester was killed in Omdur on Thursday. Medics said 42 people were also injured, eight by bullets.",
            (1, 1), (42, 42), id="number_of_what_was_vague",
        ),
        pytest.param(
            None,
            "Several soldiers were killed when a patrol was ambushed in Pendo on Tuesday. Four were found dead the "
            "next day, a source said, and a bridge was blown up.",
            (3, None), None, id="vague_number_of_a_group",
        ),
        pytest.param(
            None,
            "Two officers and a paramedic were shot and killed in Burley on Sunday. A third officer was wounded.",
            (3, 3), (1, 1), id="ordinal_goes_on_from_the_dead",
        ),
        pytest.param(
            None,
            "A man fired at worshippers in Daywell on Sunday before he turned the gun on himself. Nine people died, "
            "including the gunman's sister, and 27 were hurt.",
            (10, 10), (27, 27), id="attacker_is_no_total",
        ),
        pytest.param(
            "Town buries its dead after rally bombing",
            "Coffins were carried through Khard on Monday after a suicide bomber killed at least 54 people a day "
            "earlier. Children as young as six were among the dead.",
            (54, None), None, id="lead_looks_back_a_day",
        ),
        pytest.param(
            None,
            "A grenade wounded a guard in Mandar on Tuesday, and a passer-by was hit by shrapnel.",
            None, (2, 2), id="two_hurt_in_two_clauses",
        ),
        pytest.param(
            None,
            "Gunners shot down 14 of 17 drones over the port on Tuesday. Debris injured a driver.",
            None, (1, 1), id="share_of_things",
        ),
        pytest.param(
            "Death toll in hotel attack rises to 39",
            "The death toll from Saturday's attack on a hotel in Maradi rose to 39 on Tuesday, the governor said. "
            "Officials had spoken of 31 dead.",
            (39, 39), None, id="updated_toll",
        ),
        pytest.param(
            None,
            "Two people were killed in the attack in Dorwa on Sunday. A third victim had died of wounds by Tuesday.",
            (3, 3), None, id="third_victim",
        ),
        pytest.param(
            None,
            "Four passengers were burnt alive when a bus was torched in Dorwa on Monday. One more victim died in "
            "hospital at night. The number of deaths from the attack thus rises to five.",
            (5, 5), None, id="toll_rises_in_a_brief",
        ),
        pytest.param(
            None,
            "One person is dead after a shooting in Corbell. Officers found a 23-year-old man suffering from gunshot "
            "wounds. He was taken to Mercy Hospital, where he died.",
            (1, 1), None, id="found_wounded_and_died",
        ),
        pytest.param(
            None,
            "Three Russian troops and several Turks were injured in the blast.",
            None, (6, None), id="disjoint_groups_add_up",
        ),
        pytest.param(
            "Four shot in Oakdale, one fatally",
            "Four men were shot on Friday night in Oakdale. One of them, a 22-year-old, died at the scene.",
            (1, 1), (3, 3), id="shot_less_the_dead",
        ),
        pytest.param(
            "Grenade thrown at police post",
            "Unknown men threw a grenade at a police post in Baramulla on Sunday. No one was hurt, police said.",
            None, (0, 0), id="none_hurt",
        ),
        pytest.param(
            "Five officers killed in Elmira ambush",
            "Five police officers were killed in an ambush in Elmira on Thursday. Four city officers also died of "
            "their wounds in hospital, the chief said. The fifth was a transit officer.",
            (5, 5), None, id="total_told_again_in_parts",
        ),
        pytest.param(
            None,
            "Gunmen attacked a checkpoint near Marib. Three policemen were killed. Two attackers were also killed.",
            (5, 5), None, id="both_sides",
        ),
        pytest.param(
            "Journalist shot dead in Hermosillo",
            "A journalist was shot dead outside his home in Hermosillo on Thursday. Luis Ortega, 41, was killed by "
            "two men. Ortega was pronounced dead at the scene.",
            (1, 1), None, id="one_person_named_often",
        ),
        pytest.param(
            "Bus bombing kills at least nine",
            "A bomb killed at least nine people on a bus in Baghlan on Tuesday. Nine people are dead, police said.",
            (9, None), None, id="open_unless_told_otherwise",
        ),
        pytest.param(
            "Mayor shot dead",
            "The mayor of Zacapa was shot dead on Tuesday night. His driver, Mario Lemus, was also killed.",
            (2, 2), None, id="also_killed",
        ),
        pytest.param(
            "Third victim dies after bar shooting",
            "A third person has died after Saturday's shooting at a bar in Elmira.",
            (3, 3), None, id="third_victim",
        ),
        pytest.param(
            "Bomb goes off at bank",
            "A bomb went off at a bank in Arauca. No one was killed. Last year a bomb killed 13 people there.",
            (0, 0), None, id="earlier_attack_left_out",
        ),
        pytest.param(
            "Car bomb hits Baidoa",
            "A car bomb went off near a hotel in Baidoa. The building was damaged and two cars burned.",
            None, None, id="silent",
        ),
        pytest.param(
            "Air strike kills 14 in Taiz",
            "An air strike on a village near Taiz killed 14 people on Monday. "
            "The war has killed more than 100,000 people since 2015.",
            (14, 14), None, id="war_total_left_out",
        ),
        pytest.param(
            None,
            "A soldier was killed and two were wounded when gunmen attacked a post near Ghalanai. "
            "Forces retaliated and killed four militants.",
            (5, 5), (2, 2), id="both_sides_of_a_clash",
        ),
        pytest.param(
            None,
            "Five people were wounded on a corner in Oakdale. A sixth person, Ella Brandt, 52, was fatally "
            "shot inside her home.",
            (1, 1), (5, 5), id="sixth_of_those_shot",
        ),
        pytest.param(
            "Suspect arrested in drive-by shooting",
            "Police arrested a man over a shooting in Oakdale that left one dead. He is charged in the attack that "
            "killed Maria Gonzalez, 21, and David Underwood, 22.",
            (2, 2), None, id="names_outnumber_a_figure",
        ),
        pytest.param(
            None,
            "Troops fought rebels near Wau on Monday. No troop casualties were reported. "
            "Two villagers were killed in the crossfire.",
            (2, 2), (0, 0), id="none_of_one_group",
        ),
        pytest.param(
            None,
            "A fisherman was shot dead by the navy off Gaza and his body was thrown into the sea.",
            (1, 1), None, id="his_body_is_no_second_man",
        ),
        pytest.param(
            None,
            "4 members of the outfit were killed in a clash on Monday; two commanders were among the four killed.",
            (4, 4), None, id="told_twice_in_one_sentence",
        ),
        pytest.param(
            None,
            "A mine killed two policemen and wounded three others near Dorwa on Monday. One of the wounded died in "
            "hospital on Tuesday.",
            (3, 3), (2, 2), id="one_of_the_wounded_died",
        ),
        pytest.param(
            None,
            "Six people were hurt in the explosion in Dorwa on Friday. Two of the injured have since died.",
            (2, 2), (4, 4), id="no_other_dead",
        ),
        pytest.param(
            None,
            "One man was killed and four were hurt in Dorwa. Another of the wounded died on Sunday, bringing the "
            "death toll to two.",
            (2, 2), (3, 3), id="late_death_in_the_toll",
        ),
        pytest.param(
            None,
            "Three police officers died when a bomb hit their van in Dorwa. Rebels then fired on rescuers, killing an "
            "ambulance driver.",
            (4, 4), None, id="police_and_a_civilian",
        ),
        pytest.param(
            None,
            "A bomb killed 11 policemen and two civilians in Dorwa. The rebels said 30 policemen were killed.",
            (13, 13), None, id="policemen_told_of_twice",
        ),
        pytest.param(
            None,
            "Troops killed one youth in Dorwa, and police said the youth was a rebel and was killed in a clash.",
            (1, 1), None, id="the_youth_told_of_twice",
        ),
        pytest.param(
            "One killed, two hurt in Dorwa shooting",
            "Three people were hurt in a shooting in Dorwa. One of them died in hospital.",
            (1, 1), (2, 2), id="headline_counts_the_late_death",
        ),
    ],
)  # fmt: skip
def test_totals(make_document: MakeDocument, title: str | None, text: str, killed: Bounds, injured: Bounds) -> None:
    casualties = fill(make_document(text, title=title))
    assert (bounds(casualties.killed), bounds(casualties.injured)) == (killed, injured)


def test_figures_of_other_incidents_are_left_out(make_document: MakeDocument) -> None:
    document = make_document("A bomb killed 3 soldiers in Zabul. Earlier a raid killed 20 people in Herat.")
    assert bounds(fill(document, owned=(0,)).killed) == (3, 3)
    assert bounds(fill(document, owned=(1,)).killed) == (20, 20)
    assert fill(document, owned=()) == Casualties()


def test_each_figure_is_reported_as_found(make_document: MakeDocument) -> None:
    casualties = fill(make_document("Three Russian troops and several Turks were injured in the blast."))
    first, second = casualties.reports
    assert (first.group, first.country_code, bounds(first.count)) == ("Russian troops", "RU", (3, 3))
    assert (second.group, second.country_code, bounds(second.count)) == ("Turks", "TR", (3, None))
    assert casualties.injured is not None
    assert casualties.injured.text == "Three … and several"


def test_conflicting_sources_widen_the_total(make_document: MakeDocument) -> None:
    document = make_document("Police said 8 people were killed. Medics said 14 people were killed.")
    sources = tuple(
        SourceMention(s.start, s.start + 1, "test", key=str(s.index), kind=SourceKind.OTHER, content=(s.start, s.end))
        for s in document.sentences
    )
    casualties = fill(document, sources=sources)
    assert bounds(casualties.killed) == (8, 14)
    assert [r.source for r in casualties.reports] == ["Police", "Medics"]


def test_two_sources_in_one_sentence_widen_the_total(make_document: MakeDocument) -> None:
    document = make_document("Police said 20 people died in Dorwa, while residents put the number at 32.")
    content = (0, len(document))
    said = [
        SourceMention(at, at + 1, "test", key=key, kind=SourceKind.OTHER, content=content)
        for key in ("police", "residents")
        for at in [document.folded.index(key)]
    ]
    assert bounds(fill(document, sources=tuple(said)).killed) == (20, 32)


def test_those_detained_in_a_kidnapping_were_abducted(make_document: MakeDocument) -> None:
    document = make_document("Two drivers were stopped and detained near Bria.")
    assert bounds(fill(document, kind=IncidentType.KIDNAPPING).abducted) == (2, 2)
    assert fill(document, kind=IncidentType.RAID).abducted is None


def test_those_released_from_hospital_were_not_abducted(make_document: MakeDocument) -> None:
    casualties = fill(make_document("Two men were released from hospital on Monday."))
    assert casualties.abducted is None
    assert not [r for r in casualties.reports if r.status == "abducted"]


def test_evidence_is_the_text(make_document: MakeDocument) -> None:
    document = make_document("A bomb killed 3 soldiers and a policeman. Seven others were hurt.")
    casualties = fill(document)
    for count in (casualties.killed, casualties.injured):
        assert count is not None
        assert all(document.text[s.start : s.end] == s.text for s in count.evidence)


def test_what_is_told_of_an_earlier_time_is_not_of_this_incident(make_document: MakeDocument) -> None:
    document = make_document(
        "Three soldiers were injured when a bomb hit their patrol in Idlib on Tuesday. The leader was found there "
        "last October and killed."
    )
    casualties = fill(document)
    assert (casualties.killed, bounds(casualties.injured)) == (None, (3, 3))
    assert [r.status.value for r in casualties.reports] == ["injured"]


def test_deaths_beside_the_incident_of_a_brief_report_are_its_own(make_document: MakeDocument) -> None:
    document = make_document("Seven marchers were hurt when police fired on them. One of the marchers died on Friday.")
    assert bounds(fill(document, owned=(0,)).killed) == (1, 1)
