"""Mentions of places: names, extents, relations."""

from __future__ import annotations

import pytest

from incidentparse.extractors.locations import extract
from incidentparse.language.document import Document
from incidentparse.mentions import PlaceMention
from tests.conftest import MakeDocument


def names(document: Document) -> list[str]:
    return [document.slice(*m.name) for m in extract(document) if m.demonym_country is None]


def mention_of(document: Document, name: str) -> PlaceMention:
    return next(m for m in extract(document) if document.slice(*m.name) == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A bomb killed five people in Baghdad on Monday.", ["Baghdad"], id="plain"),
        pytest.param("Gunmen raided the village of Dashiarchhara in Fulbaria upazila.", ["Dashiarchhara", "Fulbaria"],
                     id="nested"),
        pytest.param("Police fired on protesters in Jumla on Sunday.", ["Jumla"], id="unknown-to-the-model"),
        pytest.param("A man was shot dead in Gastonia, North Carolina, on Friday.", ["Gastonia", "North Carolina"],
                     id="comma-inside-an-entity"),
        pytest.param("Syrias Idlib province was bombed again.", ["Syrias", "Idlib"], id="lost-apostrophe"),
        pytest.param("Islamic State fighters attacked Kobane.", ["Kobane"], id="group-is-no-state"),
        pytest.param("A UN convoy was hit near Taiz.", ["Taiz"], id="body-in-capitals-is-no-place"),
        pytest.param("The Metropolitan Police searched a flat in Peckham.", ["Peckham"],
                     id="words-that-only-describe-name-no-place"),
        pytest.param("Soldiers met Boko Haram at Gudumbali and killed two.", ["Gudumbali"], id="at-links-no-name"),
        pytest.param("Two drivers were abducted while travelling from Gode to Degehabur.", ["Gode", "Degehabur"],
                     id="the-ends-of-a-way"),
        pytest.param("Three workers were hurt in the Bejpara area of Jessore on Sunday.", ["Bejpara", "Jessore"],
                     id="what-holds-a-named-part"),
        pytest.param("A grenade went off in the Moreno district of Buenos Aires.", ["Moreno", "Buenos Aires"],
                     id="district-of-a-city"),
        pytest.param("Peasants spoke of the massacre of the Jesuits.", [], id="people-of-a-deed"),
        pytest.param("Hopewell police are investigating a shooting.", ["Hopewell"], id="town-of-the-police"),
        pytest.param("Suicide bombers attacked al-Qaa, a Christian village in the Bekaa valley.",
                     ["al-Qaa", "Bekaa valley"], id="village-told-behind-its-name"),
        pytest.param("The U.S.-led coalition bombed Manbij.", ["Manbij"], id="tied-to-a-country"),
        pytest.param("Gunmen on motorcycles raided Gaigou, Zarumdaro and Tondiwin on Saturday evening.",
                     ["Gaigou", "Zarumdaro", "Tondiwin"], id="raided-in-a-list"),
        pytest.param("The patrol was attacked between Uchira and Tocaya as it escorted engineers.",
                     ["Uchira", "Tocaya"], id="attacked-between"),
        pytest.param("Two nurses were abducted from their compound in Um Khereit late on Friday.", ["Um Khereit"],
                     id="taken-for-an-interjection"),
        pytest.param("Two recruits were wounded by a mine 12km east of Zuweid on 3 May.", ["Zuweid"],
                     id="told-a-distance-from"),
        pytest.param("A lorry driver was shot dead as he drove along Yala-Betong Road.", ["Yala-Betong Road"],
                     id="road"),
        pytest.param("Raiders beat seven villagers of Lungthu and burned their barns.", ["Lungthu"],
                     id="whose-villagers"),
        pytest.param("A man attacked a reporter in Thai Binh province on Wednesday.", ["Thai Binh"],
                     id="no-nationality-but-a-name"),
        pytest.param("A trader of the Hazara community was shot dead in Quetta.", ["Quetta"], id="community-of-people"),
        pytest.param("A teacher was stabbed near his school in Eragny-sur-Orge on Friday.", ["Eragny-sur-Orge"],
                     id="joined-by-hyphens"),
        pytest.param("Five drivers were kidnapped in Tapo-tapo town.", ["Tapo-tapo"], id="doubled-name"),
        pytest.param("Shells hit two rebel-held areas of Syrias Aleppo city on Monday.", ["Syrias", "Aleppo"],
                     id="behind-a-lost-apostrophe"),
    ],
)  # fmt: skip
def test_names(make_document: MakeDocument, text: str, expected: list[str]) -> None:
    assert names(make_document(text)) == expected


def test_who_says_so_is_no_part_of_the_place_of_a_headline(make_document: MakeDocument) -> None:
    body = "At least 50 fighters were killed on Tuesday, the monitoring group said."
    assert names(make_document(body, title="52 killed as rivals clash in Eastern Ghouta Monitor")) == ["Eastern Ghouta"]


def test_a_capital_in_name_only_is_not_the_capital(make_document: MakeDocument) -> None:
    assert names(make_document("Jets bombed the group's de facto Syrian capital on Sunday.")) == []


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        pytest.param("Rebels burned the village of Nagulo in Mozambique's Cabo Delgado province.", "Nagulo",
                     "Cabo Delgado", id="province-of-a-country"),
        pytest.param("Gunmen struck in Kwatam, Gombe and Tangur on Sunday.", "Kwatam", None, id="list"),
        pytest.param("Six died in Idlib province, Russia's defence ministry said.", "Idlib", None, id="speaker"),
        pytest.param("Six died in the town of Jarjan in Syrias Idlib province.", "Jarjan", "Idlib",
                     id="lost-apostrophe"),
        pytest.param("Six died in Kismayo, Somalia's southern port.", "Kismayo", "Somalia", id="what-a-country-has"),
    ],
)  # fmt: skip
def test_within(make_document: MakeDocument, text: str, inner: str, outer: str | None) -> None:
    document = make_document(text)
    mentions = extract(document)
    within = mention_of(document, inner).within
    assert outer == (None if within is None else document.slice(*mentions[within].name))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Shells fell on Idlib province.", "Idlib", "admin1", id="after"),
        pytest.param("Shells fell on the city of Idlib.", "Idlib", "city", id="before"),
        pytest.param("A bomb exploded on Shahid Farooq Road in Dhaka.", "Shahid Farooq Road", "road", id="road"),
        pytest.param("Deputies from Ramsey County found the body.", "Ramsey", "admin2", id="county"),
        pytest.param("Rebels killed five people in Latakia and Hama provinces.", "Latakia", "admin1", id="of-a-list"),
        pytest.param("The army shelled the villages of Kafr Nabl and Hass.", "Hass", "village", id="of-a-list-before"),
    ],
)
def test_kind(make_document: MakeDocument, text: str, name: str, kind: str) -> None:
    assert mention_of(make_document(text), name).kind == kind


def test_nesting_points_outwards(make_document: MakeDocument) -> None:
    document = make_document("Militants burned a village near Bama in Borno state, northeast Nigeria.")
    mentions = extract(document)
    chain = [document.slice(*m.name) for m in mentions]
    assert chain == ["Bama", "Borno", "Nigeria"]
    assert [m.within for m in mentions] == [1, 2, None]


def test_apposition_nests(make_document: MakeDocument) -> None:
    document = make_document("A doctor was shot dead at her gate in Bukasara, a Kampala suburb, on Friday.")
    mention = mention_of(document, "Bukasara")
    assert mention.within is not None
    assert document.slice(*extract(document)[mention.within].name).startswith("Kampala")


def test_possessive_holds_what_follows(make_document: MakeDocument) -> None:
    document = make_document("Jets struck Syria's Idlib province.")
    syria, idlib = extract(document)
    assert (syria.within, idlib.within) == (None, 0)


def test_relation_is_kept_whole(make_document: MakeDocument) -> None:
    document = make_document("The patrol was hit 5 km northeast of the town of Ariha.")
    ariha = mention_of(document, "Ariha")
    assert ariha.relation is not None
    assert document.slice(*ariha.relation) == "5 km northeast of the town of Ariha"
    assert (ariha.bearing_deg, ariha.distance_km) == (45.0, 5.0)


def test_demonyms_only_hint(make_document: MakeDocument) -> None:
    document = make_document("Three Russian soldiers were injured.")
    assert [m.demonym_country for m in extract(document)] == ["RU"]


def test_the_capital_is_a_place(make_document: MakeDocument) -> None:
    document = make_document("A car bomb exploded in the Syrian capital on Tuesday.")
    assert [m.rule for m in extract(document)] == ["demonym", "capital"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("A bus was attacked between Homs and Hama.", (1, 0), id="towns"),
        pytest.param("A bus was attacked between the towns of Homs and Hama.", (1, 0), id="towns-of"),
        pytest.param("Fighting broke out between Israel and Lebanon.", (None, None), id="countries"),
        pytest.param("Buses were attacked in Homs and Hama.", (None, None), id="both"),
    ],
)
def test_between(make_document: MakeDocument, text: str, ends: tuple[int | None, int | None]) -> None:
    assert tuple(m.between for m in extract(make_document(text))) == ends


def test_a_name_that_tells_which_thing_is_meant_is_no_landmark(make_document: MakeDocument) -> None:
    beside = extract(make_document("Gunmen killed nine people outside Mogadishu on Tuesday."))
    inside = extract(make_document("A bomb exploded outside a Mogadishu tea shop on Tuesday, killing nine people."))
    assert [m.relation is not None for m in beside] == [True]
    assert [m.relation is not None for m in inside] == [False]
