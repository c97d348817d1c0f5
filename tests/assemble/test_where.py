"""The place of an incident, from the text of an article."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidentparse.article.reader import prepare
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.where import choose_places, zone_of
from incidentparse.extractors import events, locations
from incidentparse.language.document import Document
from incidentparse.language.model import LanguageModel
from incidentparse.record import IncidentType, PlacePrecision, Stage, Where
from tests.conftest import MakeDocument


def places(document: Document) -> tuple[Where, ...]:
    """The places of one incident that is all that the document speaks of."""
    draft = Draft(0, tuple(events.extract(document)), IncidentType.OTHER, Stage.ACCOMPLISHED, False, 0, 0.5)
    return choose_places(document, draft, Drafts((draft,), (0,) * len(document)), locations.extract(document))


def where(document: Document) -> Where | None:
    """The first of them."""
    return next(iter(places(document)), None)


@pytest.mark.parametrize(
    ("text", "name", "admin1", "code", "precision"),
    [
        pytest.param("A suicide bomber killed 12 people at a market in Maiduguri, Borno state, police said.",
                     "Maiduguri", "Borno", "NG", "place", id="town-in-state"),
        pytest.param("Shelling killed four civilians in the town of Ariha in Syria's Idlib province on Monday.",
                     "Ariha", "Idlib", "SY", "place", id="transliterated"),
        pytest.param("At least six people were killed by a bomb in Diyala province, officials in Baghdad said.",
                     "Diyala", "Diyala", "IQ", "admin1", id="not-the-officials-capital"),
        pytest.param("A car bomb went off outside Misrata Medical Centre, wounding a guard.",
                     "Misrata Medical Centre", "Misrata", "LY", "place", id="town-of-a-building"),
        pytest.param("Gunmen killed a trader in Orangi Karachi on Friday.", "Orangi", "Sindh", "PK", "place",
                     id="quarter-with-its-city-behind-it"),
        pytest.param("Three shops were burned in Upper Kohistan at a crowded bazar.", "Upper Kohistan District",
                     "Khyber Pakhtunkhwa", "PK", "admin2", id="district-by-its-bare-name"),
        pytest.param("MUZAFFARABAD: Two farmers were killed on Friday when Indian troops shelled the Khuiwala sector "
                     "along the Line of Control.",
                     "Khuiwala", "Azad Jammu and Kashmir", "PK", "place", id="not-the-country-of-the-guns"),
        pytest.param("CHICAGO - A boy was shot on Sunday night in the Gresham neighborhood, Chicago police said. He "
                     "was taken to Kessler Medical Center in Oak Lawn, where he was pronounced dead.",
                     "Gresham", "Illinois", "US", "place", id="not-the-town-of-the-hospital"),
        pytest.param("Two people were shot dead in Manchester, IL, on Wednesday, the Illinois State Police said.",
                     "Manchester", "Illinois", "US", "admin1", id="not-its-larger-namesake"),
        pytest.param("DAYTON, Ohio - Gunfire broke out in a parking lot on Sunday, police said. The wounded man, a "
                     "cook, died later at Kessler Valley Hospital.",
                     "Dayton", "Ohio", "US", "place", id="not-where-the-wounded-died"),
        pytest.param("Boko Haram fighters burned houses and killed six people before dawn.",
                     "Nigeria", None, "NG", "country", id="country-of-the-group"),
        pytest.param("A grenade wounded four people in Eastleigh on Sunday evening, Kenyan police said.",
                     "Eastleigh", "Nairobi", "KE", "place", id="quarter-of-a-city"),
        pytest.param("A guard was shot dead outside a warehouse in Kuito on Sunday.",
                     "Kuito", "Bíe", "AO", "place", id="town-and-no-spelling-of-a-capital"),
        pytest.param("Two nurses were abducted on the way back from Zamzam IDP camp on 3 May.",
                     "Zamzam", "North Darfur", "SD", "place", id="camp-of-a-name-that-there-is-once"),
        pytest.param("Five people were hurt in a shooting outside a D.C. nightclub early Sunday, the sheriff said.",
                     "D.C. nightclub", "District of Columbia", "US", "place", id="state-in-a-name"),
        pytest.param("Separatists kidnapped a teacher in Kumbo, Bui division, in Cameroon's North West region.",
                     "Kumbo", "North-West", "CM", "place", id="town-before-the-area-beside-it"),
        pytest.param("Rebels killed six farmers in the village of Mamovu, Beni territory, overnight. The army "
                     "spokesman in Oicha confirmed the attack. Kinshasa sent troops to North Kivu.",
                     "Mamovu", "North Kivu", "CD", "admin2", id="not-where-the-spokesman-is"),
        pytest.param("Chicago has seen another weekend of gunfire. Two men were shot dead in the South Shore "
                     "neighborhood of Chicago late on Sunday. Chicago detectives are looking for a driver.",
                     "South Shore", "Illinois", "US", "place", id="quarter-before-its-city"),
        pytest.param("Six students were shot dead at Quetta University in Pakistan on Tuesday.",
                     "Quetta University", "Balochistan", "PK", "place", id="building-by-its-whole-name"),
        pytest.param("A suicide bomber killed two guards at Bagram Air Base north of Kabul on Wednesday.",
                     "Bagram", "Parwan", "AF", "place", id="base-of-another-province"),
        pytest.param("Gunmen killed six people building roads in Nduga regency in the province of Papua, police in "
                     "Jayapura said on Tuesday.",
                     "Kabupaten Nduga", "Highland Papua", "ID", "admin2", id="district-and-not-the-province-it-left"),
        pytest.param("A nurse was shot by bandits in Abeche on Saturday and evacuated to Switzerland for treatment.",
                     "Abeche", "Ouadai", "TD", "place", id="not-the-country-of-the-hospital"),
        pytest.param("Two traders were killed on Monday in Kisoro, near the border with the Congo.",
                     "Kisoro", "Western", "UG", "place", id="not-the-country-beyond-the-border"),
        pytest.param("Seven commanders died in a strike in Idlib province, Russia's defence ministry said on Friday.",
                     "Idlib", "Idlib", "SY", "admin1", id="not-the-country-of-the-ministry"),
        pytest.param("A bomb tore through a market in Chaman on Friday, killing nine people. Chaman lies near Quetta. "
                     "Last month gunmen killed four guards in Kohat.",
                     "Chaman", "Balochistan", "PK", "place", id="not-where-something-happened-before"),
        pytest.param("A gunman killed three shopkeepers in Kalat on Friday. The funeral of one was held in Nushki.",
                     "Kalat", "Balochistan", "PK", "place", id="not-where-the-dead-are-buried"),
        pytest.param("An 18-year-old shot nine people dead in the Moosach district of Munich on Friday, police said.",
                     "Moosach", "Bayern", "DE", "place", id="district-of-a-city-and-no-village"),
        pytest.param("RABAT - A bomb killed nine guests at the Orlane cafe on Marrakesh's main square on Thursday. The "
                     "minister told parliament in Rabat that it was set off by remote control.",
                     "Orlane cafe", "Marrakech-Safi", "MA", "place", id="spot-in-the-town-of-its-sentence"),
        pytest.param("Rockets were fired at Taza, a mainly Turkmen town 20 km south of Kirkuk, killing a child.",
                     "Taza", "Kirkuk", "IQ", "near", id="town-of-a-people-at-a-distance"),
        pytest.param("A soldier was shot dead at the African Union base in Baidoa on Sunday.",
                     "Baidoa", "Bay", "SO", "place", id="no-union-of-a-district"),
        pytest.param("One man was killed by a missile in Saida's Ein el-Hilweh camp on Monday.",
                     "Ain al-Hilweh", "South Lebanon", "LB", "place", id="camp-beside-the-right-one-of-two-towns"),
        pytest.param("Two drivers were held for days by rebels in Jabal az Zawiyah and beaten, Syrian activists said.",
                     "Jabal al-Zawiya", "Idlib", "SY", "admin2", id="region-in-another-transliteration"),
        pytest.param("Gunmen attacked a police post in Nigeria overnight, killing three officers.",
                     "Nigeria", None, "NG", "country", id="country-only"),
    ],
)  # fmt: skip
def test_place(
    make_document: MakeDocument, text: str, name: str, admin1: str | None, code: str, precision: str
) -> None:
    place = where(make_document(text))
    assert place is not None
    assert (place.name, place.admin1, place.country_code, place.precision) == (name, admin1, code, precision)


def test_the_town_of_the_blast_goes_before_the_province_of_the_lead(make_document: MakeDocument) -> None:
    place = where(
        make_document(
            "A convoy was hit by a roadside bomb in Syria's Idlib Province on Tuesday. A monitor said that explosions "
            "were heard as it passed a village northeast of the town of Ariha."
        )
    )
    assert place is not None
    assert (place.name, place.admin1, place.precision) == ("Ariha", "Idlib", PlacePrecision.NEAR)


def test_stated_distance_and_bearing_make_a_point(make_document: MakeDocument) -> None:
    place = where(make_document("A bomb hit the convoy 20 km northeast of Mosul in Iraq, killing two soldiers."))
    assert place is not None
    assert place.relation is not None
    assert (place.relation.anchor, place.relation.bearing_deg, place.relation.distance_km) == ("Mosul", 45.0, 20.0)
    assert place.precision is PlacePrecision.NEAR
    # 14.1 km north and as much east of 36.335 N, 43.119 E.
    assert (place.latitude, place.longitude) == pytest.approx((36.462, 43.277), abs=0.02)


def test_village_beside_a_town_is_named_and_lies_near_it(make_document: MakeDocument) -> None:
    place = where(
        make_document("Gunmen killed four people in the village of Tarbanaya near Bama in Nigeria on Monday.")
    )
    assert place is not None
    assert place.relation is not None
    assert (place.name, place.relation.anchor, place.precision) == ("Tarbanaya", "Bama", PlacePrecision.NEAR)
    assert place.latitude == pytest.approx(11.52, abs=0.05)
    assert place.radius_km is not None
    assert place.radius_km > 10


@pytest.mark.parametrize(
    ("text", "anchor", "relation", "point", "radius"),
    [
        pytest.param("Gunmen ambushed a bus on the highway between Homs and Hama in Syria, killing three passengers.",
                     "Homs and Hama", "between Homs and Hama", (34.93, 36.74), (20.0, 26.0), id="between"),
        pytest.param("Six soldiers died when a mine blew up between the towns of Bama and Konduga in Nigeria.",
                     "Bama and Konduga", "between the towns of Bama and Konduga", (11.58, 13.55), (15.0, 30.0),
                     id="between-the-towns-of"),
        pytest.param("Pirates fired on a tanker off the coast of Hodeida in Yemen on Friday, wounding two sailors.",
                     "Hodeidah", "off the coast of Hodeida", (14.80, 42.95), (40.0, 60.0), id="off-the-coast"),
        pytest.param("Four nurses were kidnapped while travelling from Bama to Konduga in Nigeria on Monday.",
                     "Bama and Konduga", "from Bama to Konduga", (11.58, 13.55), (15.0, 30.0), id="on-the-way"),
        pytest.param("Gunmen ambushed a relief truck on the Gao-Ansongo road in Mali, killing its driver.",
                     "Gao and Ansongo", "Gao-Ansongo road", (15.97, 0.22), (35.0, 60.0), id="road-of-two-ends"),
    ],
)  # fmt: skip
def test_relative_places(
    make_document: MakeDocument, text: str, anchor: str, relation: str, point: tuple[float, float],
    radius: tuple[float, float],
) -> None:  # fmt: skip
    place = where(make_document(text))
    assert place is not None
    assert place.relation is not None
    assert (place.relation.anchor, place.relation.text) == (anchor, relation)
    assert place.precision is PlacePrecision.NEAR
    assert place.radius_km is not None
    assert (place.latitude, place.longitude) == pytest.approx(point, abs=0.1)
    assert radius[0] <= place.radius_km <= radius[1]


def test_far_from_a_town_is_neither_in_it_nor_in_its_province(make_document: MakeDocument) -> None:
    place = where(
        make_document(
            "Gunmen killed three herders in the village of Tarkoule, 400 kilometres north of Bangui, on Friday."
        )
    )
    assert place is not None
    assert place.relation is not None
    assert (place.relation.anchor, place.city, place.country_code) == ("Bangui", None, "CF")
    assert place.admin1 != "Bangui"


@pytest.mark.parametrize("dateline", [pytest.param("QUETTA", id="capitals"), pytest.param("Quetta", id="small")])
def test_quarter_lies_in_the_town_of_a_dateline_with_a_colon(make_document: MakeDocument, dateline: str) -> None:
    text = f"{dateline}: A bomb went off in Satellite Town on Tuesday, killing a guard, police said."
    place = where(make_document(text, title="Guard killed"))
    assert place is not None
    assert (place.name, place.city, place.admin1) == ("Satellite Town", "Quetta", "Balochistan")


def test_street_lies_in_the_town_of_the_dateline(make_document: MakeDocument) -> None:
    place = where(
        make_document(
            "GARY, Ind. - Three people were wounded in a drive-by shooting Sunday night in the 700 block of "
            "Connecticut Street, according to Lake County Sheriff's Department. The victims were taken to Methodist "
            "Hospital Northlake."
        )
    )
    assert place is not None
    assert (place.kind, place.city, place.admin1) == ("road", "Gary", "Indiana")


def test_gaza_is_a_strip_of_land_and_not_a_country(make_document: MakeDocument) -> None:
    place = where(make_document("Two teachers were killed in Gaza on Monday when a shell hit their car."))
    assert place is not None
    assert (place.name, place.country_code, place.precision) == ("Gaza Strip", "PS", "admin2")
    assert place.latitude is not None


def test_hamlet_at_a_distance_from_a_town(make_document: MakeDocument) -> None:
    document = make_document(
        "Gunmen killed nine people in Rimkoulga, a hamlet some 15 km north of Titao, Burkina Faso."
    )
    place = where(document)
    assert place is not None
    assert (place.name, place.precision, place.admin1) == ("Rimkoulga", PlacePrecision.NEAR, "Nord")
    assert place.relation is not None
    assert (place.relation.anchor, place.relation.distance_km, place.relation.bearing_deg) == ("Titao", 15.0, 0.0)


def test_unknown_town_near_a_border_is_not_put_beyond_it(make_document: MakeDocument) -> None:
    place = where(make_document("Gunmen killed two traders in Bwera, near the border with the Congo, on Monday."))
    assert place is not None
    assert (place.name, place.country_code) == ("Bwera", None)


def test_unresolved_village_between_towns_lies_in_their_middle(make_document: MakeDocument) -> None:
    place = where(
        make_document("A bomb killed four people in the village of Tarbanaya, between Homs and Hama in Syria.")
    )
    assert place is not None
    assert place.relation is not None
    assert (place.name, place.relation.anchor) == ("Tarbanaya", "Homs and Hama")
    assert (place.latitude, place.longitude) == pytest.approx((34.93, 36.74), abs=0.1)


def test_border_is_no_point_of_the_neighbour(make_document: MakeDocument) -> None:
    place = where(make_document("Two soldiers were killed by gunmen on the border with Niger on Sunday."))
    assert place is not None
    assert place.relation is not None
    assert (place.relation.anchor, place.relation.text) == ("Niger", "on the border with Niger")
    assert (place.precision, place.latitude) == (PlacePrecision.COUNTRY, None)


def test_area_has_no_point(make_document: MakeDocument) -> None:
    place = where(make_document("An air strike killed nine people in Syria's Idlib province."))
    assert place is not None
    assert place.precision is PlacePrecision.ADMIN1
    assert (place.latitude, place.longitude) == (None, None)
    assert place.radius_km


def test_unresolved_spot_keeps_its_name_and_its_town(make_document: MakeDocument) -> None:
    place = where(make_document("Five people were shot dead at Hotel Gulabi in Lahore, Pakistan, police said."))
    assert place is not None
    assert (place.name, place.city, place.country_code) == ("Hotel Gulabi", "Lahore", "PK")
    assert place.geonames_id is None


def test_no_place_named(make_document: MakeDocument) -> None:
    assert where(make_document("Three men were killed when a bomb exploded.")) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        pytest.param("A bomb killed three people in Kabul.", "Asia/Kabul", id="town"),
        pytest.param("Gunmen killed three people in Nigeria.", "Africa/Lagos", id="country-with-one-zone"),
        pytest.param("Gunmen killed three people in Ukraine.", "Europe/Kyiv", id="country-with-one-nearly-everywhere"),
        pytest.param("Gunmen killed three people in the United States.", None, id="country-with-many"),
    ],
)
def test_time_zone(make_document: MakeDocument, text: str, zone: str | None) -> None:
    place = where(make_document(text))
    assert place is not None
    assert zone_of(place) == zone


@given(st.text(alphabet=st.sampled_from("Aleppo, in bomb killed Syria near 5km north of the city. '-()"), max_size=120))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_valid_place_or_none(make_document: MakeDocument, text: str) -> None:
    document = make_document(f"{text} The bomb was found by police.")
    place = where(document)
    if place is not None:
        assert all(document.text[span.start : span.end] == span.text for span in place.evidence)


@pytest.mark.parametrize(
    ("publisher", "state"),
    [
        pytest.param("WXRJ 7 Charleston, Huntington WV News", "West Virginia", id="state-in-its-name"),
        pytest.param("Myrtle Beach Sun", "South Carolina", id="town-in-its-name"),
    ],
)
def test_publisher_tells_which_town_is_meant(model: LanguageModel, publisher: str, state: str) -> None:
    prepared = prepare("Charleston police said a man was shot at a bar in Charleston on Sunday.", publisher=publisher)
    document = Document(prepared, model.nlp(model.tokens(prepared)))
    place = where(document)
    assert place is not None
    assert place.admin1 == state


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Bombings struck shopping areas in Baghdad and the city of Hilla on Thursday, killing 27.",
                     ["Baghdad", "Hilla"], id="two-cities"),
        pytest.param("Gunmen killed 40 people in attacks on villages in Nigeria's Plateau and Benue states.",
                     ["Plateau", "Benue"], id="two-states"),
        pytest.param("Rebels shelled Kafr Nabl, Maarat al-Numan and Ariha overnight, killing a child.",
                     ["Kafranbel", "Maarat al-Numan", "Ariha"], id="list-of-what-was-shelled"),
        pytest.param("A bomb killed two people in Kirkuk on Monday, officials in Baghdad and Erbil said.",
                     ["Kirkuk"], id="not-where-the-officials-are"),
        pytest.param("Four travellers were abducted between Zinder and Maradi on Sunday.", ["Zinder"],
                     id="a-stretch-is-one-place"),
        pytest.param("A guard was shot dead in Bama in Borno state on Sunday.", ["Bama"],
                     id="what-holds-it-is-no-other"),
    ],
)  # fmt: skip
def test_places_of_one_incident(make_document: MakeDocument, text: str, names: list[str]) -> None:
    assert sorted(place.name for place in places(make_document(text))) == sorted(names)


def test_each_further_place_is_read_where_it_is_named(make_document: MakeDocument) -> None:
    document = make_document("Blasts in Mosul and Tikrit killed nine people on Sunday.")
    first, other = places(document)
    assert (first.name, other.name, other.admin1) == ("Mosul", "Tikrit", "Salah al-Din")
    assert [span.text for span in other.evidence] == ["Tikrit"]
    assert other.latitude is not None
