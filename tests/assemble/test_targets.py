"""Targets: an article in, who and what its main incident hit."""

from __future__ import annotations

from collections import Counter

import pytest

from incidentparse import IncidentParser
from incidentparse.record import Category, Effect, Target, TargetKind


@pytest.fixture(scope="module")
def parser() -> IncidentParser:
    return IncidentParser()


def _targets(parser: IncidentParser, text: str) -> dict[str, Target]:
    report = parser.parse(text, published="2018-05-15")
    return {target.name or target.description: target for target in report.incidents[0].targets}


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        pytest.param(
            "Four people were shot, one fatally, at a nightclub in Tulsa early Sunday, police said. Marcus Hill, 24, "
            "was pronounced dead at the scene. Two other victims, Tara Boyd, 22, and James Cole, 31, were taken to a "
            "hospital in critical condition. Police are looking for a man in a black hoodie.",
            {"Four people", "Marcus Hill", "Tara Boyd", "James Cole"},
            {"nightclub", "man"},
            id="named victims of a shooting, not the club",
        ),
        pytest.param(
            "A bomb exploded in the cattle market of Gombara on Tuesday, killing nine traders, police said. Nobody "
            "claimed it. Militants have attacked mosques and motor parks in the region over the past decade, and two "
            "clinics have been burnt this year.",
            {"cattle market of Gombara"},
            {"mosques", "motor parks", "clinics"},
            id="what has been hit in a decade or this year",
        ),
        pytest.param(
            "Warplanes struck a tannery in Dar Essal on Saturday, killing two tanners, medics said. The coalition has "
            "been accused of bombing schools and mills since the campaign began.",
            {"tannery", "tanners"},
            {"schools", "mills"},
            id="what was struck since the campaign began",
        ),
        pytest.param(
            "Armed men tried to storm the Belgian embassy in Orsa on Tuesday, killing a guard with a grenade, "
            "police said.",
            {"Belgian embassy"},
            set(),
            id="aimed at in vain",
        ),
        pytest.param(
            "Three militants were shot dead in a gun battle with troops in Damat on Sunday, the army said. The troops "
            "stormed a house there. The officers who captured Habib Tama, the kingpin who masterminded the suicide "
            "bombings of a police college and a brewery, will be promoted.",
            {"militants", "house"},
            {"police college", "brewery"},
            id="what one was known for, of another kind",
        ),
        pytest.param(
            "Gunmen attacked Hotel Splendid in Orsa on Friday, killing two porters, police said. The front of the "
            "hotel was badly burned. Insurgents have targeted temples and stations in the province since 2004.",
            {"Hotel Splendid", "porters"},
            {"hotel", "temples", "stations"},
            id="a name that begins with its kind, taken up",
        ),
        pytest.param(
            "Russia attacked the port of Izmail with drones overnight, setting a grain silo on fire, officials said. "
            "The air force said it shot down 12 of 15 drones.",
            {"grain silo"},
            {"drones", "of 15 drones"},
            id="drones shot down on their way",
        ),
        pytest.param(
            "Jonathan Perez, a former councilman, was gunned down as he left his home in the city of Esmeraldas on "
            "Tuesday. His bodyguard, police sergeant Luis Mena, was wounded. The killers also shot at the house of a "
            "neighbor. The mayor condemned the murder of Perez.",
            {"Jonathan Perez", "Luis Mena", "house of a neighbor"},
            {"Perez", "former councilman", "mayor"},
            id="one person under three phrases",
        ),
        pytest.param(
            "The mayor of a town near Iguala was murdered on Sunday, police said. Alberto Rueda, 43, was found dead in "
            "a pickup truck.",
            {"Alberto Rueda"},
            {"mayor of a town near Iguala", "mayor of a town", "mayor"},
            id="a name alone, of the only one dead",
        ),
        pytest.param(
            "A policeman and a guard were shot dead in Iguala on Sunday, police said. Alberto Rueda, 43, was also shot "
            "dead.",
            {"policeman", "guard", "Alberto Rueda"},
            set(),
            id="a name alone, beside two others",
        ),
        pytest.param(
            "Rebels blew up a section of the Alto Verde oil pipeline and two power pylons near Arauca, leaving 40,000 "
            "people without electricity. A bridge on the road to Saravena was also damaged.",
            {"Alto Verde oil pipeline", "power pylons", "bridge"},
            {"section", "road"},
            id="part of a pipeline",
        ),
        pytest.param(
            "Gunmen abducted two Chinese engineers and their driver from a road construction site in Zamfara on "
            "Wednesday. The engineers, Li Wei and Zhang Min, work for a Chinese company. The driver was later "
            "released.",
            {"Chinese engineers", "driver", "Li Wei", "Zhang Min"},
            {"site", "Chinese company"},
            id="names of those abducted",
        ),
        pytest.param(
            "Warplanes bombed a school, a bakery and a hospital in the town of Marat on Monday, killing 14 civilians "
            "including five children and two nurses, a monitor said. Rescue workers said a second strike hit an "
            "ambulance.",
            {"school", "bakery", "hospital", "civilians", "children", "nurses", "ambulance"},
            {"monitor", "workers"},
            id="list of buildings",
        ),
        pytest.param(
            "Troops on Monday raided an insurgent camp at Bulabulin, killing 12 terrorists and destroying three gun "
            "trucks. The troops also rescued 45 women and children held hostage by the insurgents. Weapons recovered "
            "include four AK-47 rifles and solar panels.",
            {"insurgent camp", "terrorists", "gun trucks"},
            {"hostage", "solar panels", "AK-47 rifles"},
            id="rescued and recovered are not hit",
        ),
        pytest.param(
            "A man drove a van into pedestrians in central Bergen on Saturday, killing five people before he was shot "
            "dead by police. The van struck tourists and shoppers. Among the dead was a Canadian woman, Claire Benoit.",
            {"pedestrians", "tourists and shoppers", "Claire Benoit"},
            {"shoppers", "police"},
            id="among the dead",
        ),
    ],
)
def test_targets_of_the_main_incident(parser: IncidentParser, text: str, present: set[str], absent: set[str]) -> None:
    found = set(_targets(parser, text))
    assert present <= found
    assert not absent & found


def test_a_person_is_one_target_with_name_role_and_effect(parser: IncidentParser) -> None:
    text = (
        "Presidency Minister Antonio Porth was assassinated on Friday in San Marco, police said. The minister died "
        "when gunmen fired at his car. Former deputies condemned the murder of Porth."
    )
    (target,) = [t for t in _targets(parser, text).values() if t.kind.value == "person"]
    assert (target.name, target.category, target.effect) == ("Antonio Porth", Category.GOVERNMENT, Effect.KILLED)
    assert target.description.endswith("Minister")


def test_the_effect_is_that_of_the_words(parser: IncidentParser) -> None:
    text = (
        "A bomb exploded in front of the Government House in Lima on Monday, damaging two cars and destroying a "
        "telephone booth. A guard was wounded. General Mario Vega, who was in one of the cars, escaped unhurt."
    )
    effects = {name: target.effect for name, target in _targets(parser, text).items()}
    assert effects["cars"] is Effect.DAMAGED
    assert effects["telephone booth"] is Effect.DESTROYED
    assert effects["guard"] is Effect.INJURED
    assert effects["Mario Vega"] is Effect.NONE


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("A nurse was stabbed on a tram in Ghent on Monday, police said.", "nurse", id="stabbed"),
        pytest.param("A nurse was hit in the leg in a shooting in Ghent on Monday.", "nurse", id="hit in the leg"),
    ],
)
def test_who_is_stabbed_or_hit_in_the_body_is_injured(parser: IncidentParser, text: str, person: str) -> None:
    assert {name: target.effect for name, target in _targets(parser, text).items()} == {person: Effect.INJURED}


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        pytest.param(
            "Officer Dana Whitlow, 31, and Officer Luis Parra, 40, were walking to a van in Midvale on Friday when the "
            "driver got out and fired at them with a rifle, Chief Ned Orr said. Whitlow was hit in the arm.",
            {"Dana Whitlow", "Luis Parra"},
            {"Whitlow", "Officer", "them", "Ned Orr"},
            id="them stands for the officers",
        ),
        pytest.param(
            "Reporter shot dead in Las Palmas\n\nA journalist who wrote on smuggling was shot dead in Las Palmas on "
            "Tuesday, prosecutors said. Press groups condemned the murder.",
            {"journalist"},
            {"Reporter", "Las Palmas"},
            id="headline without its verb and the lead tell of one person",
        ),
        pytest.param(
            "A charge was placed on Monday in front of the residence of Colonel Hugo Herrera, head of the 3rd Zone, "
            "but police took it apart before it went off.",
            {"Hugo Herrera"},
            {"head"},
            id="the one whose house it is",
        ),
        pytest.param(
            "LOMAS, 3 May (EFE) - Former Justice Minister Raul Ibarra Seda and two of his bodyguards were killed this "
            "morning by unidentified men, police said.",
            {"Raul Ibarra Seda", "bodyguards"},
            {"LOMAS"},
            id="list behind a dateline",
        ),
        pytest.param(
            "Gunmen stopped Chief Amos Dantala on the Keffi road on Friday and shot him dead. His driver, who "
            "sustained gunshot injuries, is receiving treatment at a clinic, police said.",
            {"driver"},
            {"clinic", "police"},
            id="only a figure tells of the driver",
        ),
        pytest.param(
            "Gunmen stopped Mayor Rosa Quiroga on the road to Pinar on Friday and shot her, police said.",
            {"Rosa Quiroga"},
            {"road"},
            id="her stands for an object told before",
        ),
        pytest.param(
            "Bandits attacked Bela on Sunday and wounded three shoppers, a resident, Musa Sani Bello, said.",
            {"shoppers"},
            {"Musa Sani Bello", "resident"},
            id="a speaker told by trade and name",
        ),
        pytest.param(
            "Officers checking on Angela Ruth Whitby found her stabbed in the bedroom of her flat in Leeds on Sunday.",
            {"Angela Ruth Whitby"},
            {"Officers"},
            id="found stabbed",
        ),
        pytest.param(
            "A group of friends were walking home on Elm Street in Dunmore on Friday when a sedan pulled up and a man "
            "opened fire, police said.",
            {"group of friends"},
            {"man", "sedan"},
            id="caught by what began behind another verb",
        ),
        pytest.param(
            "Gunmen attacked a convoy in the area of Al-Rabwa, Shabran governorate, on Wednesday, wounding a nurse.",
            {"convoy", "nurse"},
            {"Shabran", "Shabran governorate"},
            id="a governorate is no person",
        ),
        pytest.param(
            "No fewer than seven persons were killed on Monday in an attack by gunmen on Kwana village, police said.",
            {"No fewer than seven persons"},
            {"gunmen"},
            id="no fewer than seven",
        ),
        pytest.param(
            "A man with an axe attacked members of a Lisbon choir on a train near Braga on Monday, police said.",
            {"members of a Lisbon choir"},
            {"man"},
            id="members of what",
        ),
        pytest.param(
            "Rebels shot the mayor in the presence of his wife and children in Alto Pino on Sunday, police said.",
            {"mayor"},
            {"children", "wife"},
            id="those who only saw it",
        ),
        pytest.param(
            "Two farmers were killed and a trader wounded on Monday when gunmen raided a market, police said.",
            {"farmers", "trader"},
            {"gunmen"},
            id="one auxiliary for both verbs",
        ),
        pytest.param(
            "A rocket hit a bakery in Tell Asmar on Monday, killing a baker and wounding four customers, medics and "
            "a monitoring group said.",
            {"bakery", "baker", "customers"},
            {"medics", "monitoring group"},
            id="those behind the list who told it",
        ),
        pytest.param(
            "Gunmen killed a radio host in Cerro Hondo, prosecutors said. Teodoro Ruelas, 41, was getting out of his "
            "car on Monday when two men fired six shots.",
            {"Teodoro Ruelas"},
            {"men"},
            id="what one was doing when shots fell",
        ),
        pytest.param(
            "Troops killed 12 rebels in a forest near Gwarba on Monday and destroyed three of their vehicles, the army "
            "said.",
            {"rebels", "vehicles"},
            {"forest"},
            id="some of their vehicles",
        ),
        pytest.param(
            "Bomb damages Harlen church\n\nHARLEN, 12 May - A bomb damaged St. Orin's church in Harlen on Saturday, "
            "police said. Nobody was hurt.",
            {"St. Orin's church"},
            {"Harlen church"},
            id="a building in headline and lead",
        ),
        pytest.param(
            "Three tourists, two American and one British, were shot dead near Wadi Lam on Monday, police said.",
            {"tourists"},
            {"American", "British"},
            id="nations of some",
        ),
        pytest.param(
            "Warplanes bombed a dairy in Dar Essal on Monday, a monitor said. Two milkmen were killed. Jets have hit "
            "hundreds of targets in the province since May, destroying mills and clinics.",
            {"dairy", "milkmen"},
            {"mills", "clinics", "targets"},
            id="the sum of a campaign",
        ),
        pytest.param(
            "A bomb hit a notary's office in Orsa on Monday, wrecking the two-storey building, police said. Two clerks "
            "were wounded.",
            {"notary's office", "clerks"},
            {"two-storey building"},
            id="the building taken up",
        ),
        pytest.param(
            "A bomb went off in Orsa on Monday, hitting a tram, police said. Firemen cleared away two burnt-out cars.",
            {"cars"},
            {"-out cars"},
            id="burnt-out",
        ),
        pytest.param(
            "A missile struck a Maltese tanker off Dar Essal on Monday. The vessel was damaged, its operator said.",
            {"Maltese tanker"},
            {"vessel"},
            id="the vessel taken up",
        ),
        pytest.param(
            "We condemn the attacks on Saturday in the commercial area of Orsa, which killed at least 28 shoppers.",
            {"commercial area of Orsa", "shoppers"},
            set(),
            id="attacks of which nobody says that shots were fired",
        ),
        pytest.param(
            "Gunmen killed two shepherds near Dar Essal on Monday, the army said. In January 2016 rebels killed a "
            "teacher in the same valley.",
            {"shepherds"},
            {"teacher"},
            id="a deed of an earlier year",
        ),
    ],
)
def test_who_was_hit(parser: IncidentParser, text: str, present: set[str], absent: set[str]) -> None:
    found = set(_targets(parser, text))
    assert present <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A policeman was shot dead outside a bank in Quetta on Monday, officials said. Another policeman was "
            "wounded in the exchange of fire. Three other guards were hurt.",
            {"policeman": 2, "guards": 1},
            id="others are not those told before",
        ),
        pytest.param(
            "A French tourist was kidnapped by gunmen in the town of Gao on Friday. The gunmen seized the 61-year-old "
            "Frenchman, identified as Alain Berthier, in a hotel.",
            {"French tourist": 1},
            id="taken up by the country",
        ),
        pytest.param(
            "A bomb killed two teachers in Basra on Sunday. Two Turkish engineers were wounded by the same blast.",
            {"teachers": 1, "Turkish engineers": 1},
            id="one number, other people",
        ),
    ],
)
def test_each_person_is_told_once(parser: IncidentParser, text: str, expected: dict[str, int]) -> None:
    report = parser.parse(text, published="2018-05-15")
    told = Counter(t.description for t in report.incidents[0].targets if t.kind is TargetKind.PERSON)
    assert {noun: told[noun] for noun in expected} == expected


def test_those_travelling_are_not_the_number_of_those_killed(parser: IncidentParser) -> None:
    found = _targets(
        parser,
        "Rangers were killed by a bomb near Charbagh on Thursday. Around 900 rangers were travelling in a convoy when "
        "the bomb exploded.",
    )
    assert found["rangers"].effect is Effect.KILLED
    assert found["rangers"].count is None
