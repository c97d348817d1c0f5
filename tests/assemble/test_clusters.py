"""Which event words go together: several incidents in one article, each with its own words."""

from __future__ import annotations

import datetime as dt

import pytest

from incidentparse.assemble.clusters import Clustering
from incidentparse.assemble.dating import Dating
from incidentparse.assemble.event_links import features, probability
from incidentparse.assemble.event_traits import Traits
from incidentparse.assemble.incident_traits import IncidentTraits
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.extractors import events, locations, times
from incidentparse.record import IncidentType
from tests.conftest import MakeDocument

LIMA = (
    "A car bomb exploded outside a bank in Lima on Monday, killing three people, police said.\n\n"
    "The blast destroyed the front of the bank and injured several customers. Windows broke in the whole street. "
    "The mayor of Lima visited the wounded in hospital."
)


def told(
    sentence: int,
    *,
    paragraph: int = 0,
    kind: IncidentType | None = IncidentType.BOMBING,
    places: frozenset[str] = frozenset({"lima"}),
    victims: frozenset[str] = frozenset(),
    day: dt.date | None = None,
    cues: frozenset[str] = frozenset(),
) -> Traits:
    """The traits of an event word."""
    return Traits(
        trigger=10 * sentence, above=None, joined=False, sentence=sentence, paragraph=paragraph, opens=True,
        opens_sentence=True, type=kind, sense="explode", days=(day, day) if day else None, places=places,
        names=frozenset(), victims=victims, named=frozenset(), counts=frozenset(), agents=frozenset(),
        patient="bare" if victims else "none", form="verb", marks=frozenset(), cues=cues,
    )  # fmt: skip


def clusters(make_document: MakeDocument, text: str) -> list[list[str]]:
    """The event words of each incident that is not background, the main one first."""
    document = make_document(text, published=dt.date(2021, 3, 9))
    found = events.extract(document)
    dating = Dating(document, found, times.extract(document))
    main, others = Clustering(document, found, dating, locations.extract(document)).run()
    return [[document.lower[e.trigger] for e in c.events] for c in (main, *others) if not c.past]


def test_what_an_incident_led_to_goes_on_with_it(make_document: MakeDocument) -> None:
    (words,) = clusters(make_document, LIMA)
    assert {"exploded", "killing", "blast", "injured"} <= set(words)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(
            "In Arequipa, gunmen meanwhile kidnapped the mayor of the town as he left his home on Sunday.",
            id="other_place_type_and_victim",
        ),
        pytest.param(
            "In another attack in Huancayo, guerrillas shot dead two policemen at a checkpoint.", id="another_attack"
        ),
    ],
)
def test_an_incident_of_its_own_is_told_apart(make_document: MakeDocument, more: str) -> None:
    main, other = clusters(make_document, f"{LIMA}\n\n{more}")
    assert "exploded" in main
    assert "exploded" not in other
    assert {"kidnapped", "shot"} & set(other)


@pytest.mark.parametrize(
    ("text", "main", "other"),
    [
        pytest.param(
            "A landmine killed two rangers near Sarvan on Tuesday, officials said. Separately, gunmen shot dead a "
            "teacher in Qalat.",
            "killed",
            "shot",
            id="phrase that opens the sentence",
        ),
        pytest.param(
            "Gunmen killed five farmers in Ganye on Monday. In a separate attack, bandits abducted three traders in "
            "Zurmi on Sunday.",
            "killed",
            "abducted",
            id="phrase that opens the second of two sentences",
        ),
        pytest.param(
            "Police in Multan shot dead two robbers on Monday. In Sukkur, a farmer was stabbed by his cousin.",
            "shot",
            "stabbed",
            id="place that opens the sentence",
        ),
        pytest.param(
            "A suicide bomber killed six worshippers in Mubi on Friday. In neighbouring Borno state, gunmen abducted a "
            "priest the same day.",
            "killed",
            "gunmen",
            id="subject of the other deed",
        ),
        pytest.param(
            "An air strike on a market in Saada killed eight people on Sunday. Hours later rockets fired by the rebels "
            "hit a clinic in Najran, wounding six.",
            "strike",
            "fired",
            id="what the subject did",
        ),
        pytest.param(
            "Separatists ambushed a convoy of border police in the hills of Tamu on Monday, killing five officers.\n\n"
            "On Saturday, a village clerk accused of spying was strangled by the separatists in neighbouring Kalay.",
            "ambushed",
            "strangled",
            id="another kind, day and place opens a paragraph",
        ),
        pytest.param(
            "In Ouro, gunmen fired on herders on Saturday and killed twelve, the mayor said.\n\n"
            "In Kolo, eight people died when armed men burned the weekly market on Sunday.",
            "fired",
            "died",
            id="a death before the deed that caused it",
        ),
    ],
)
def test_two_incidents_of_a_short_article_are_told_apart(
    make_document: MakeDocument, text: str, main: str, other: str
) -> None:
    first, second = clusters(make_document, text)
    assert main in first
    assert other not in first
    assert other in second


def test_the_parts_of_one_attack_in_the_lead_are_kept_together(make_document: MakeDocument) -> None:
    text = (
        "Gunmen killed four policemen at a checkpoint in Baquba on Saturday. They drove up in two cars and shot at the "
        "guards, a survivor said. Two shopkeepers were wounded in the attack."
    )
    (words,) = clusters(make_document, text)
    assert {"killed", "shot", "wounded", "attack"} <= set(words)


def test_a_threat_and_a_bomb_that_was_defused_are_incidents_of_their_own(make_document: MakeDocument) -> None:
    more = (
        "In another development, a car bomb was defused outside the courts of Huancayo on Sunday.\n\n"
        "Meanwhile, two men in Ica threatened the prosecutor Julia Arce with a pistol."
    )
    main, *others = clusters(make_document, f"{LIMA}\n\n{more}")
    assert not {"defused", "threatened"} & set(main)
    assert any("defused" in other for other in others)


def test_a_death_has_the_day_of_the_deed_by_which_it_came(make_document: MakeDocument) -> None:
    main, *_ = clusters(make_document, f"{LIMA}\n\nOn January 14, 12 policemen died in an attack on Ica.")
    assert "died" not in main
    assert "attack" not in main


def test_damage_told_right_after_a_deed_goes_on_with_it(make_document: MakeDocument) -> None:
    more = (
        "In another attack in Huancayo, guerrillas shot dead two policemen at a checkpoint. A patrol car was damaged."
    )
    main, other = clusters(make_document, f"{LIMA}\n\n{more}")
    assert {"shot", "damaged"} <= set(other)
    assert "damaged" not in main


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param(
            "Bandits ambushed a group of traders returning from the market on Sunday.", "ambushed", id="at the time"
        ),
        pytest.param("A woman was strangled and buried on Sunday.", "strangled", id="and then"),
        pytest.param("On Sunday guerrillas staged an attack on the town hall.", "attack", id="staged"),
    ],
)
def test_the_day_of_what_went_with_a_deed_is_that_of_the_deed(
    text: str, word: str, make_document: MakeDocument
) -> None:
    document = make_document(text, published=dt.date(2021, 3, 9))
    found = events.extract(document)
    (event,) = [e for e in found if document.lower[e.trigger] == word]
    sunday = dt.date(2021, 3, 7)
    assert Dating(document, found, times.extract(document)).days(event) == (sunday, sunday)


def test_the_operations_of_a_new_paragraph_are_those_of_the_article(make_document: MakeDocument) -> None:
    more = (
        "In Arequipa, gunmen meanwhile kidnapped the mayor of the town as he left his home on Sunday.\n\n"
        "During the operations a policeman was slightly injured."
    )
    main, other = clusters(make_document, f"{LIMA}\n\n{more}")
    assert "kidnapped" in other
    assert "operations" in main


def test_a_strike_in_answer_is_of_its_own_though_the_background_has_strikes(make_document: MakeDocument) -> None:
    answer = (
        "The offensive of the winter, backed by airstrikes, drove thousands from the province.\n\n"
        "The army responded to the blast with several airstrikes on Huancayo. The area of the blast was sealed off."
    )
    main, *others = clusters(make_document, f"{LIMA}\n\n{answer}")
    assert "exploded" in main
    assert main.count("blast") == 3
    assert any("airstrikes" in other for other in others)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "A former sergeant went on trial in Lima on Monday for the shooting of a student in May 2016. He fired "
            "three times at the young man, who died at the scene, the prosecutor said.",
            id="trial",
        ),
        pytest.param(
            "Police in Lima on Monday arrested two men suspected of the killing of prisoners in Cusco in 2012. They "
            "are accused of shooting nine inmates.",
            id="arrests",
        ),
    ],
)
def test_what_is_told_on_of_an_incident_of_the_past_goes_with_it(make_document: MakeDocument, text: str) -> None:
    document = make_document(text, published=dt.date(2021, 3, 9))
    drafts = draft_incidents(document, events.extract(document), times.extract(document), locations.extract(document))
    (incident,) = drafts.incidents
    assert "shooting" in {document.lower[e.trigger] for e in incident.events}
    assert incident.type is IncidentType.SHOOTING


def test_another_place_day_and_victim_make_another_incident_likelier() -> None:
    monday, friday = dt.date(2021, 3, 8), dt.date(2021, 3, 5)
    before = IncidentTraits.of([told(0, victims=frozenset({"policeman"}), day=monday)])
    same = told(1, victims=frozenset({"policeman"}), day=monday)
    other = told(
        5, paragraph=3, kind=IncidentType.KIDNAPPING, places=frozenset({"arequipa"}), victims=frozenset({"mayor"}),
        day=friday,
    )  # fmt: skip
    chances = [probability(features(one, before, main=True, current=True)) for one in (same, other)]
    assert chances[0] > 0.9
    assert chances[1] < 0.5


def test_a_phrase_for_another_incident_speaks_against_the_main_one() -> None:
    before = IncidentTraits.of([told(0)])
    plain, cued = told(4, paragraph=2), told(4, paragraph=2, cues=frozenset({"other"}))
    assert probability(features(cued, before, main=True, current=True)) < probability(
        features(plain, before, main=True, current=True)
    )
