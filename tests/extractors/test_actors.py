"""Actors: sentences in; who is named, what they are and on whose word out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.actors import extract
from incidentparse.language.document import Document
from incidentparse.record import ActorKind as Kind
from incidentparse.record import Attribution
from tests.conftest import MakeDocument


def doers(document: Document) -> dict[str, Attribution]:
    return {m.name: m.attribution for m in extract(document) if m.perpetrates}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Boko Haram fighters killed nine farmers near Maiduguri on Sunday.",
            {"Boko Haram": Attribution.STATED},
            id="group and noun",
        ),
        pytest.param(
            "The Islamic State claimed responsibility for the bombing of the market in Baghdad.",
            {"Islamic State": Attribution.CLAIMED},
            id="claimed",
        ),
        pytest.param(
            "Suspected Boko Haram militants attacked the village of Gubla on Monday.",
            {"Boko Haram": Attribution.SUSPECTED},
            id="suspected",
        ),
        pytest.param(
            "Russian warplanes bombed a hospital in the town.",
            {"Military Forces of Russia": Attribution.STATED},
            id="demonym and craft",
        ),
        pytest.param(
            "At least nine people were killed in Russian air strikes on the town.",
            {"Military Forces of Russia": Attribution.STATED},
            id="demonym and air strikes",
        ),
        pytest.param(
            "A caller who said he was speaking on behalf of the ELN claimed responsibility for the attack in Colombia.",
            {"National Liberation Army": Attribution.CLAIMED},
            id="claimed on behalf of a group",
        ),
        pytest.param(
            "The Red Column claimed responsibility for the bombing.",
            {"Red Column": Attribution.CLAIMED},
            id="claimed by a group that no lexicon has",
        ),
        pytest.param(
            "The three engineers were kidnapped, presumably by guerrillas of the ELN in Colombia.",
            {"National Liberation Army": Attribution.SUSPECTED},
            id="presumably by",
        ),
        pytest.param(
            "The police are trying to establish whether the Jalisco cartel ordered the assassination.",
            {"Jalisco New Generation Cartel": Attribution.SUSPECTED},
            id="asked about",
        ),
        pytest.param(
            "The government blames the killing on right-wing death squads.",
            {"right-wing death squads": Attribution.ACCUSED},
            id="blamed on",
        ),
        pytest.param(
            '"Our forces attacked the barracks," the FMLN said in a communique from El Salvador.',
            {"Farabundo Marti National Liberation Front": Attribution.CLAIMED},
            id="our forces are theirs",
        ),
        pytest.param(
            "Prosecutors charged Daniel Marsh with the murder of two clerks.",
            {"Daniel Marsh": Attribution.ACCUSED},
            id="charged",
        ),
        pytest.param(
            "Three masked gunmen opened fire on a bus near the border.",
            {"Three masked gunmen": Attribution.STATED},
            id="described",
        ),
        pytest.param(
            "Rebels from the Lord's Resistance Army abducted 30 villagers on Sunday.",
            {"Lord's Resistance Army": Attribution.STATED},
            id="rebels from a group",
        ),
        pytest.param(
            "A group calling itself the Falcons of Freedom claimed responsibility for the bombing of an army bus.",
            {"Falcons of Freedom": Attribution.CLAIMED},
            id="calling itself",
        ),
        pytest.param(
            "The al Qaeda-linked group al Shabaab claimed responsibility for the attack on the hotel.",
            {"al-Shabaab": Attribution.CLAIMED},
            id="linked to another group",
        ),
        pytest.param(
            "The Taliban said its fighters were behind the attack on the army base.",
            {"Taliban": Attribution.CLAIMED},
            id="said its fighters were behind it",
        ),
        pytest.param(
            "Ukraine accused Russia of firing missiles at an apartment block in Dnipro.",
            {"Military Forces of Russia": Attribution.ACCUSED},
            id="the accused, not the accuser",
        ),
        pytest.param(
            "Police accused RED-Tabara rebels of carrying out the attack on the bar.",
            {"RED-Tabara": Attribution.ACCUSED},
            id="accused of carrying out",
        ),
        pytest.param(
            "The Houthis and the Saudi-led coalition traded blame for the shelling of the prison.",
            {"Houthis": Attribution.ACCUSED, "Saudi-led coalition": Attribution.ACCUSED},
            id="traded blame",
        ),
        pytest.param(
            "The mayor said the army was behind the killing of two priests in Honduras.",
            {"army": Attribution.ACCUSED},
            id="said by another to be behind it",
        ),
        pytest.param(
            "The Taliban said it was responsible for the blast.",
            {"Taliban": Attribution.CLAIMED},
            id="said to be responsible by itself",
        ),
        pytest.param(
            "The first hypothesis is that National Liberation Army guerrillas were behind the attack in Colombia.",
            {"National Liberation Army": Attribution.SUSPECTED},
            id="only a hypothesis",
        ),
        pytest.param(
            "U.S. military air strikes killed nine people in the town.",
            {"Military Forces of United States": Attribution.STATED},
            id="military of a country in front of a noun",
        ),
        pytest.param(
            "A Broken Bow man has been charged with the murder of two clerks.",
            {"Broken Bow man": Attribution.ACCUSED},
            id="a man of a town",
        ),
        pytest.param(
            "The little-known Kestrel Brigade claimed the arson in a banner left at the scene.",
            {"Kestrel Brigade": Attribution.CLAIMED},
            id="a group of no lexicon claimed the deed",
        ),
        pytest.param(
            "Ka Benito Magdalo, spokesperson of the New People's Army, owned up to the attack.",
            {"New People's Army": Attribution.CLAIMED},
            id="owned up by its spokesman",
        ),
        pytest.param(
            "The Houthis fired on two ships. A spokesman said the group's naval forces had targeted the tanker.",
            {"Houthis": Attribution.STATED},
            id="the group's forces",
        ),
        pytest.param(
            "Syrian government forces backed by Russian jets bombarded the town of Ariha.",
            {"Military Forces of Syria": Attribution.STATED, "Military Forces of Russia": Attribution.STATED},
            id="backed by",
        ),
        pytest.param(
            "The bombing was carried out by Jemaah Islamiyah with the help of al Qaeda.",
            {"Jemaah Islamiyah": Attribution.STATED, "al-Qaeda": Attribution.STATED},
            id="with the help of",
        ),
        pytest.param(
            "Fighters from the M23 rebel group raided the village of Kabati.",
            {"March 23 Movement": Attribution.STATED},
            id="fighters from a group called so",
        ),
        pytest.param(
            "A Russian guided bomb hit an apartment block, though Russia denies targeting civilians.",
            {"Military Forces of Russia": Attribution.STATED},
            id="a denial of what one never does",
        ),
        pytest.param(
            "Nine people were killed in an attack on a beach claimed by al-Shabaab.",
            {"al-Shabaab": Attribution.CLAIMED},
            id="an attack claimed by",
        ),
        pytest.param(
            "Clashes between the Malian army and Tuareg rebels killed 18 people.",
            {"Military Forces of Mali": Attribution.STATED, "Tuareg rebels": Attribution.STATED},
            id="both sides of a clash",
        ),
        pytest.param(
            "Urban commandos of the FMLN threw a bomb at the house of the attorney general in San Salvador.",
            {"Farabundo Marti National Liberation Front": Attribution.STATED},
            id="commandos of a group",
        ),
        pytest.param(
            "Police shot dead a man who attacked passers-by with a machete.",
            {"man": Attribution.STATED},
            id="the man whom police shot",
        ),
        pytest.param(
            "The Sawaiq al-Rahman Brigade ambushed a convoy near the town.",
            {"Sawaiq al-Rahman Brigade": Attribution.STATED},
            id="a name that its last word tells",
        ),
        pytest.param(
            "Russian and Syrian jets bombed the market.",
            {"Military Forces of Russia": Attribution.STATED, "Military Forces of Syria": Attribution.STATED},
            id="forces of two countries",
        ),
        pytest.param(
            "Five people were killed. The suspect, Ryan Cole, 19, surrendered on Monday.",
            {"Ryan Cole": Attribution.SUSPECTED},
            id="the suspect by name",
        ),
        pytest.param(
            "A trader was seized and killed by armed militia members near his shop on Tuesday.",
            {"armed militia members": Attribution.STATED},
            id="by at the end",
        ),
        pytest.param(
            "Al Shabaab spokesman Abdiasis Abu Musab said the group was behind the blast in Mogadishu.",
            {"al-Shabaab": Attribution.CLAIMED},
            id="a spokesman claims for the group",
        ),
        pytest.param(
            '"We carried out the attack," a Taliban spokesman said after the car bomb.',
            {"Taliban": Attribution.CLAIMED},
            id="we did it",
        ),
        pytest.param(
            "Supporters of former president Evo Morales attacked a convoy of miners near Oruro.",
            {"Supporters": Attribution.STATED},
            id="supporters of a person",
        ),
        pytest.param(
            "Eight soldiers were involved in the massacre of six priests, prosecutors said.",
            {"soldiers": Attribution.STATED},
            id="involved in",
        ),
        pytest.param(
            "The Houthi movement accused the Saudi-led coalition of carrying out the raids in Yemen. "
            "A coalition spokesman denied that its aircraft had bombed the town.",
            {"Saudi-led coalition": Attribution.DENIED},
            id="the coalition named in full",
        ),
        pytest.param(
            "Police Chief Dana Whitfield said two were hurt. Police arrested Marcus Tillery, 27. "
            "He is charged with four counts of aggravated murder.",
            {"Marcus Tillery": Attribution.ACCUSED},
            id="he who is charged is not the chief",
        ),
        pytest.param(
            "Gunmen abducted nine pupils on Friday. Kenya accused Eritrea of sheltering the gunmen. "
            "Eritrea rejected the allegation.",
            {"Gunmen": Attribution.STATED},
            id="accused of giving shelter",
        ),
        pytest.param(
            "Anwar Sadat Gomes, 24, is accused of shooting two brothers in Recife.",
            {"Anwar Sadat Gomes": Attribution.ACCUSED},
            id="a private person with a ruler's name",
        ),
        pytest.param(
            "Officials blamed the Haqqani network for the kidnapping. The Taliban said they were not involved.",
            {"Haqqani network": Attribution.ACCUSED, "Taliban": Attribution.DENIED},
            id="not involved",
        ),
        pytest.param(
            "A group calling itself the Reed Basin Front said in an emailed statement that its fighters had blown up "
            "the pipeline.",
            {"Reed Basin Front": Attribution.CLAIMED},
            id="said in a statement that",
        ),
        pytest.param(
            "The Taliban said that its men had attacked the post.", {"Taliban": Attribution.CLAIMED}, id="its men"
        ),
        pytest.param(
            "Russian warplanes hit a clinic in Arbin. Moscow denied taking part in the attack.",
            {"Military Forces of Russia": Attribution.DENIED},
            id="denied taking part",
        ),
        pytest.param(
            "Fighters from Katiba Macina and the Islamic State in the Greater Sahara shot nine men in Bankass.",
            {"Katiba Macina": Attribution.STATED, "Islamic State in the Greater Sahara": Attribution.STATED},
            id="fighters from one and another",
        ),
        pytest.param(
            "A bomb wounded nine shoppers in Quetta. A trader told a website that the Taliban were responsible for the "
            "attack. The governor attributed it to Jundallah, which since spring has killed four teachers.",
            {"Taliban": Attribution.ACCUSED, "Jundallah": Attribution.ACCUSED},
            id="a caller told, and what else the blamed have done",
        ),
        pytest.param(
            "Twenty ELN rebels raided the mine, the military command reported. The men herded the guards into a shed. "
            "They shot five of them.",
            {"National Liberation Army": Attribution.STATED},
            id="those who report are not they",
        ),
        pytest.param(
            "The strikes on Sarmin were carried out by Russian warplanes, while regime helicopters bombed Nayrab.",
            {"Military Forces of Russia": Attribution.STATED, "regime helicopters": Attribution.STATED},
            id="what was carried out stands in front",
        ),
    ],
)
def test_extract_perpetrators(make_document: MakeDocument, text: str, expected: dict[str, Attribution]) -> None:
    assert doers(make_document(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The interior minister condemned the attack on the school.", id="condemned"),
        pytest.param("Nine people died in an attack condemned by the Malian army.", id="condemned by"),
        pytest.param("Four teens shot near the park", id="clipped passive"),
        pytest.param("Nine bandits killed in Zamfara", id="clipped passive of a group"),
        pytest.param("Two UN peacekeepers hurt as convoy strikes mine in north", id="clipped passive like its present"),
        pytest.param("Police are holding two men accused of possession of marijuana.", id="accused of no violence"),
        pytest.param("Police investigate after a shooting kills two in Dayton", id="police who investigate"),
        pytest.param("It was the worst US mass shooting so far this year.", id="where it was is not whose"),
        pytest.param("The 3rd Infantry Brigade is based there. Two died in a blast.", id="brigades of an army"),
        pytest.param("Two UN staff killed 40 km north of Gao when their car hit a mine.", id="staff of a party"),
        pytest.param("A police spokesman said the explosion killed nine people.", id="spokesman"),
        pytest.param("Police denied rumors of a hostage-taking after the crash.", id="denial of rumors"),
        pytest.param("The operation took place in ten suspected Boko Haram hideouts.", id="suspected camps"),
        pytest.param("The Taliban has always denied targeting the hospital.", id="denial of all such deeds"),
        pytest.param("The Taliban admitted that four of its fighters were killed.", id="own losses"),
    ],
)
def test_extract_nobody(make_document: MakeDocument, text: str) -> None:
    assert doers(make_document(text)) == {}


def test_what_only_belongs_to_a_government_is_no_actor(make_document: MakeDocument) -> None:
    found = extract(make_document("Two men died in Wura Local Government Area as a government building burned."))
    assert [m.name for m in found if m.kind is Kind.GOVERNMENT or m.rule.startswith("force")] == []


def test_whom_a_headline_calls_killed_before_a_comma_did_nothing(make_document: MakeDocument) -> None:
    text = (
        "Aid worker killed, two missing after convoy ambushed in South Sudan\n\n"
        "JUBA, 23 March 2018 (Nile Relief News) - A South Sudanese aid worker was killed and two of his colleagues are "
        "missing after unidentified armed men attacked a humanitarian convoy near Bentiu on Thursday, officials said."
    )
    assert doers(make_document(text)) == {"unidentified armed men": Attribution.STATED}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        pytest.param("Army Kill 14 Boko Haram Fighters In Yobe", ["Army"], id="active"),
        pytest.param("16 dead as herders, farmers clash in Benue", ["herders", "farmers"], id="a comma for and"),
    ],
)
def test_doers_of_a_headline(make_document: MakeDocument, title: str, names: list[str]) -> None:
    document = make_document("It happened on Monday.", title=title)
    assert [document.slice(m.start, m.end) for m in extract(document) if m.perpetrates] == names


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("Colombian police station attacked with explosives, two officers hurt", id="attacked with"),
        pytest.param("Army base raided in Mali", id="raided in"),
    ],
)
def test_what_a_headline_calls_attacked_attacked_nobody(make_document: MakeDocument, headline: str) -> None:
    assert not doers(make_document("It happened on Monday night.", title=headline))


def test_the_people_of_a_group_are_in_its_naming(make_document: MakeDocument) -> None:
    document = make_document("Three Boko Haram fighters attacked the village.")
    assert [document.slice(m.start, m.end) for m in extract(document) if m.perpetrates] == ["Three Boko Haram fighters"]


def test_a_force_introduced_with_its_abbreviation_is_no_armed_group(make_document: MakeDocument) -> None:
    document = make_document("The Border Security Force (BSF) said two men were shot. The BSF was on patrol.")
    assert {m.kind for m in extract(document) if m.name == "Border Security Force"} == {Kind.STATE_FORCES}


def test_earlier_claims_are_no_claim(make_document: MakeDocument) -> None:
    text = "A bomb killed 12 people. The Pakistani Taliban, who claimed previous attacks, denied they were involved."
    assert Attribution.CLAIMED not in doers(make_document(text)).values()


def test_police_who_stop_an_attacker_are_not_perpetrators(make_document: MakeDocument) -> None:
    assert doers(make_document("Police shot dead the attacker outside the station.")) == {}


def test_weak_abbreviations_need_fighters_or_a_country(make_document: MakeDocument) -> None:
    assert not [
        m for m in extract(make_document("He flew to the ISI conference on Monday.")) if m.kind is Kind.ARMED_GROUP
    ]


def test_name_introduced_with_its_abbreviation(make_document: MakeDocument) -> None:
    text = "The Karo Liberation Front (KLF) attacked a convoy. The KLF also burned two trucks."
    assert {m.name for m in extract(make_document(text)) if m.perpetrates} == {"Karo Liberation Front"}


def test_forces_of_one_country_share_a_key(make_document: MakeDocument) -> None:
    document = make_document("Syrian warplanes bombed the town. The Syrian army shelled its suburbs.")
    assert {(m.key, m.country_code) for m in extract(document)} == {("state:SY:military", "SY")}


def test_rulers_stand_for_their_country(make_document: MakeDocument) -> None:
    document = make_document("Assad's regime forces shelled the suburb on Friday.")
    assert {m.country_code for m in extract(document) if m.perpetrates} == {"SY"}


def test_rebel_forces_are_no_state_forces(make_document: MakeDocument) -> None:
    document = make_document("Syrian rebel fighters attacked the checkpoint.")
    assert Kind.STATE_FORCES not in {m.kind for m in extract(document)}


def test_the_group_is_the_one_named_last(make_document: MakeDocument) -> None:
    document = make_document("Al-Shabaab has fought the government for years. The group attacked a hotel on Monday.")
    assert "al-Shabaab" in {m.name for m in extract(document) if m.perpetrates}
