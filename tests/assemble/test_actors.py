"""Actors of an incident: mentions in, one actor for each with its role out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incidentparse.assemble.actors import fill_actors
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.extractors import actors, events, locations
from incidentparse.language.document import Document
from incidentparse.record import Actor, ActorKind, ActorRole, Attribution, IncidentType, Stage
from tests.conftest import MakeDocument


def fill(document: Document, kind: IncidentType = IncidentType.SHOOTING) -> tuple[Actor, ...]:
    """The actors where the whole article tells of one incident."""
    told = tuple(events.extract(document))
    draft = Draft(0, told, kind, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    return fill_actors(document, draft, Drafts((draft,), (0,) * len(document)), actors.extract(document))


def test_one_actor_for_all_namings(make_document: MakeDocument) -> None:
    found = fill(make_document("Boko Haram killed nine farmers. Boko Haram fighters also shot two hunters."))
    assert [(a.name, a.attribution) for a in found if a.role is ActorRole.PERPETRATOR] == [
        ("Boko Haram", Attribution.STATED)
    ]
    assert len(found[0].evidence) == 2


def test_militants_of_a_named_group_become_its_alias(make_document: MakeDocument) -> None:
    found = fill(make_document("Boko Haram killed nine farmers. Militants shot two hunters as they fled."))
    assert [a.name for a in found if a.role is ActorRole.PERPETRATOR] == ["Boko Haram"]
    assert "Militants" in found[0].aliases


def test_militants_are_no_third_party_beside_two_groups_that_did_it_together(make_document: MakeDocument) -> None:
    text = "Militants killed nine farmers. Fighters from Boko Haram and Ansaru shot them at the market."
    found = fill(make_document(text))
    assert [a.name for a in found if a.role is ActorRole.PERPETRATOR] == ["Boko Haram", "Ansaru"]


def test_claim_beats_plain_telling(make_document: MakeDocument) -> None:
    text = "Al-Shabaab attacked the hotel, witnesses said. Al-Shabaab claimed responsibility for the attack."
    assert fill(make_document(text))[0].attribution is Attribution.CLAIMED


def test_a_group_that_claims_is_cited_by_its_name(make_document: MakeDocument) -> None:
    text = (
        "A car bomb killed nine people in Mogadishu on Tuesday. The Islamist group al-Shabaab claimed responsibility "
        "for the attack, saying it had targeted officers."
    )
    claimed = [a for a in fill(make_document(text), IncidentType.BOMBING) if a.role is ActorRole.PERPETRATOR]
    assert [(a.name, a.attribution, a.attributed_by) for a in claimed] == [
        ("al-Shabaab", Attribution.CLAIMED, "al-Shabaab")
    ]


def test_forces_without_a_country_are_those_of_the_place(make_document: MakeDocument) -> None:
    text = "Regime shelling killed two civilians in the village, while Russian warplanes bombed a hill."
    document = make_document(text)
    told = tuple(events.extract(document))
    draft = Draft(0, told, IncidentType.SHELLING, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    drafts = Drafts((draft,), (0,) * len(document))
    found = fill_actors(document, draft, drafts, actors.extract(document), home="SY")
    assert {a.name for a in found} == {"Military Forces of Syria", "Military Forces of Russia"}


def test_forces_that_were_only_hit_are_those_of_the_place(make_document: MakeDocument) -> None:
    document = make_document(
        "A car bomb killed nine members of the security forces near Sopur on Monday. India accused Pakistani troops of "
        "firing on a post the same day."
    )
    told = tuple(events.extract(document))
    draft = Draft(0, told, IncidentType.BOMBING, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    drafts = Drafts((draft,), (0,) * len(document))
    found = fill_actors(document, draft, drafts, actors.extract(document), home="IN")
    assert "Military Forces of India" in {a.name for a in found if a.role is ActorRole.TARGET}


def test_victims_are_targets(make_document: MakeDocument) -> None:
    found = fill(make_document("Gunmen killed four Nigerian soldiers at a checkpoint."))
    assert {(a.name, a.role) for a in found} == {
        ("Gunmen", ActorRole.PERPETRATOR),
        ("Military Forces of Nigeria", ActorRole.TARGET),
    }


def test_who_drove_the_car_is_the_perpetrator_of_a_ramming(make_document: MakeDocument) -> None:
    document = make_document("A car drove into a crowd in Linz on Friday. Passers-by detained the driver, 29.")
    found = fill(document, IncidentType.VEHICLE_RAMMING)
    assert [a.text for a in found if a.role is ActorRole.PERPETRATOR] == ["driver"]


def test_suspect_without_a_deed_is_the_perpetrator_of_last_resort(make_document: MakeDocument) -> None:
    found = fill(make_document("Two people were shot on Monday. Police are looking for a lone male suspect."))
    assert [a.text for a in found if a.role is ActorRole.PERPETRATOR] == ["lone male suspect"]


@pytest.mark.parametrize("owner", [pytest.param(-1, id="background"), pytest.param(1, id="another incident")])
def test_words_of_other_incidents_give_no_actor(make_document: MakeDocument, owner: int) -> None:
    document = make_document("Boko Haram killed nine farmers.")
    draft = Draft(0, (), IncidentType.SHOOTING, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    drafts = Drafts((draft, replace(draft, number=1)), (owner,) * len(document))
    assert fill_actors(document, draft, drafts, actors.extract(document)) == ()


def test_masked_men_without_a_deed_are_the_perpetrators_of_last_resort(make_document: MakeDocument) -> None:
    found = fill(make_document("A priest was shot dead on Monday. Two masked men were seen near the church."))
    assert [a.text for a in found if a.role is ActorRole.PERPETRATOR] == ["Two masked men"]


def test_an_accusation_of_a_group_holds_though_gunmen_are_told_of(make_document: MakeDocument) -> None:
    text = "Two hitmen shot dead a judge on Friday. The murder was attributed to the Medellin Cartel."
    found = fill(make_document(text))
    assert [(a.name, a.attribution) for a in found if a.role is ActorRole.PERPETRATOR] == [
        ("Medellin Cartel", Attribution.ACCUSED)
    ]


@pytest.mark.parametrize(
    "habit",
    [
        pytest.param("The Baloch Liberation Army has stepped up attacks since the truce ended.", id="stepped-up"),
        pytest.param("The Baloch Liberation Army has carried out several such attacks in the province.", id="such"),
        pytest.param("The Baloch Liberation Army has killed dozens of labourers in recent months.", id="months"),
        pytest.param("The Baloch Liberation Army often attacks gas pipelines there.", id="often"),
    ],
)
def test_what_a_group_does_again_and_again_is_no_deed_of_the_incident(make_document: MakeDocument, habit: str) -> None:
    text = f"A bomb killed nine people in Quetta on Monday. Nobody has claimed the attack. {habit}"
    found = fill(make_document(text), IncidentType.BOMBING)
    assert [(a.name, a.role) for a in found] == [("Baloch Liberation Army", ActorRole.OTHER)]


def test_a_group_suspected_once_stands_beside_the_attackers_of_whom_most_is_told(make_document: MakeDocument) -> None:
    text = (
        "Gunmen killed nine soldiers on Sunday. The gunmen attacked at dawn and shot the guards. The camp lies on the "
        "border. Two officers were hurt. It rained all day. The army said it suspected Lashkar-e-Taiba."
    )
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert ("Lashkar-e-Taiba", Attribution.SUSPECTED) in [(a.name, a.attribution) for a in found]


def test_rebels_whom_somebody_blames_stand_beside_the_gunmen_of_whom_it_is_told(make_document: MakeDocument) -> None:
    found = fill(make_document("Gunmen killed two aid workers near Nyal. A minister blamed rebels for the ambush."))
    assert [(a.text, a.attribution) for a in found if a.role is ActorRole.PERPETRATOR] == [
        ("Gunmen", Attribution.STATED),
        ("rebels", Attribution.ACCUSED),
    ]


def test_strangers_are_the_persons_named_where_all_are(make_document: MakeDocument) -> None:
    text = (
        "Two men were arrested on Wednesday in connection with the killing of a clerk. Dario Pinto, 24, and Kevin "
        "Marsh, 31, are accused of shooting him during a robbery."
    )
    found = [a.name for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert found == ["Dario Pinto", "Kevin Marsh"]


def test_the_attackers_are_the_suspected_members_of_a_group(make_document: MakeDocument) -> None:
    text = "Presumed Shining Path members murdered a mayor. The attackers dragged him from his home and shot him."
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert [(a.name, a.attribution) for a in found] == [("Shining Path", Attribution.SUSPECTED)]
    assert "attackers" in found[0].aliases


def test_a_group_that_only_denies_is_not_the_attackers(make_document: MakeDocument) -> None:
    text = "Suspected jihadists killed 15 worshippers on Sunday. Ansar Dine said it was not behind the attack."
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert [(a.text, a.attribution) for a in found] == [
        ("Suspected jihadists", Attribution.SUSPECTED),
        ("Ansar Dine", Attribution.DENIED),
    ]


def test_a_general_who_denies_is_not_the_gunman(make_document: MakeDocument) -> None:
    text = "A gunman killed two nurses on Sunday. General Musa Dogo denied that his men had killed them."
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert [a.text for a in found] == ["gunman"]


def test_what_the_article_tells_outright_stands_beside_a_denial(make_document: MakeDocument) -> None:
    text = "Russian warplanes bombed the market on Monday. The Russian army denied that its planes bombed it."
    found = [a for a in fill(make_document(text), IncidentType.AIRSTRIKE) if a.role is ActorRole.PERPETRATOR]
    assert [a.attribution for a in found] == [Attribution.STATED]


def test_all_who_are_charged_by_name_stand_beside_the_forces_told_of_more(make_document: MakeDocument) -> None:
    text = (
        "Soldiers killed 34 protesters in March. Soldiers fired on the crowd without warning. "
        "Among those charged with the killings are Captain Theo Malonga and Major Issa Marouf."
    )
    found = [a.name for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert found[1:] == ["Theo Malonga", "Issa Marouf"]


def test_the_man_who_died_is_not_who_did_it(make_document: MakeDocument) -> None:
    text = "Someone opened fire on a party. The coroner identified the man who died as Deandre Walls."
    assert [a.name for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR] == ["Someone"]


def test_a_headline_is_vaguer_than_the_text(make_document: MakeDocument) -> None:
    document = make_document(
        "Bandits killed eight passengers of a train on Monday.", title="Gunmen kill eight on train"
    )
    assert [a.text for a in fill(document)] == ["Bandits"]


def test_a_headline_leaves_out_the_suspicion(make_document: MakeDocument) -> None:
    document = make_document("Suspected gunmen killed 15 people in Dori on Sunday.", title="Gunmen kill 15 in Dori")
    assert [a.attribution for a in fill(document)] == [Attribution.SUSPECTED]


def test_who_denies_for_others_is_no_perpetrator(make_document: MakeDocument) -> None:
    text = "Abu Sayyaf killed six villagers on Monday. Amir Solano denied the founder had ordered the attack."
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert [a.name for a in found] == ["Abu Sayyaf"]


def test_officers_who_shot_the_attacker_are_no_perpetrators(make_document: MakeDocument) -> None:
    text = "Travis Hoyt opened fire at a bar on Sunday, killing three people. Officers shot Hoyt dead within a minute."
    found = [a for a in fill(make_document(text)) if a.role is ActorRole.PERPETRATOR]
    assert [a.name for a in found] == ["Travis Hoyt"]


def test_people_of_another_faith_are_no_members_of_the_group(make_document: MakeDocument) -> None:
    text = "A Buddhist stabbed a trader on Friday. The Arakan Army killed two policemen and shot a clerk in Sittwe."
    [army] = [a for a in fill(make_document(text)) if a.name == "Arakan Army"]
    assert "Buddhist" not in (army.text, *army.aliases)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Two teenagers were shot and wounded on Saturday night.", [], id="anybody"),
        pytest.param("Two drivers were shot dead on Saturday.", [ActorKind.CIVILIANS], id="by-trade"),
    ],
)
def test_people_who_were_only_hit_are_no_gunmen(make_document: MakeDocument, text: str, kinds: list[ActorKind]) -> None:
    assert [a.kind for a in fill(make_document(text)) if a.role is ActorRole.TARGET] == kinds


def test_what_a_group_is_about_these_days_is_no_deed_of_the_incident(make_document: MakeDocument) -> None:
    text = "Gunmen killed nine people at a clinic. Officials blamed al-Shabaab, which is fighting the government."
    found = fill(make_document(text))
    assert [(a.name, a.attribution) for a in found if a.role is ActorRole.PERPETRATOR] == [
        ("al-Shabaab", Attribution.ACCUSED)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Warplanes bombed the Zahra district on Monday. The raids on the Zahra district killed six.", id="district"
        ),
        pytest.param("A roadside bomb blast in Torkhum killed two officials on Monday.", id="blast-in"),
    ],
)
def test_place_is_no_target_among_the_actors(make_document: MakeDocument, text: str) -> None:
    document = make_document(text)
    told = tuple(events.extract(document))
    draft = Draft(0, told, IncidentType.AIRSTRIKE, Stage.ACCOMPLISHED, suicide=False, summary=0, confidence=0.9)
    drafts = Drafts((draft,), (0,) * len(document))
    found = fill_actors(document, draft, drafts, actors.extract(document), locations.extract(document))
    assert not [a.name for a in found if a.role is ActorRole.TARGET and a.name in ("Zahra", "Torkhum")]
