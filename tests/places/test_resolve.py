"""Which place each name of an article means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incidentparse.places import Gazetteer
from incidentparse.places.candidates import Name
from incidentparse.places.keys import name_key
from incidentparse.places.resolve import resolve
from incidentparse.record import PlaceKind


def name(text: str, kind: PlaceKind | None = None, within: int | None = None, country: str | None = None) -> Name:
    return Name(name_key(text), (text,), kind=kind, within=within, country=country)


@pytest.mark.parametrize(
    ("names", "hints", "expected"),
    [
        pytest.param([name("Tripoli"), name("Lebanon", country="LB")], {}, "LB", id="country-named"),
        pytest.param([name("Tripoli")], {"LB": 3.0}, "LB", id="country-hinted"),
        pytest.param([name("Tripoli"), name("Benghazi"), name("Misrata")], {}, "LY", id="company"),
        pytest.param([name("Valencia"), name("Caracas"), name("Maracaibo")], {}, "VE", id="company-against-people"),
        pytest.param([name("Valencia"), name("Madrid")], {}, "ES", id="company-of-a-capital"),
        pytest.param([name("San Salvador")], {}, "SV", id="people-last"),
    ],
)
def test_country_of_the_first(gazetteer: Gazetteer, names: list[Name], hints: dict[str, float], expected: str) -> None:
    assert resolve(names, hints, gazetteer)[0].country == expected


@pytest.mark.parametrize("spelling", ["Hasaka", "Hassakeh", "Raqa", "Suweida", "Deir Ezzor"])
def test_city_and_governorate_of_one_name(gazetteer: Gazetteer, spelling: str) -> None:
    city, province = resolve([name(spelling, PlaceKind.CITY), name(spelling, PlaceKind.ADMIN1)], {"SY": 1.0}, gazetteer)
    assert city.place is not None
    assert province.place is not None
    assert (city.place.populated, province.place.populated) == (True, False)
    assert city.place.admin1 == province.place.id


def test_what_holds_a_town_decides_which_one(gazetteer: Gazetteer) -> None:
    town, _ = resolve([name("Springfield", within=1), name("Ohio")], {}, gazetteer)
    assert town.place is not None
    state = gazetteer.get(town.place.admin1 or 0)
    assert state is not None
    assert state.name == "Ohio"


def test_province_behind_an_unknown_township_holds_a_town(gazetteer: Gazetteer) -> None:
    town, _, _ = resolve([name("Springfield", within=1), name("Wapaquoneta", within=2), name("Ohio")], {}, gazetteer)
    state = gazetteer.get(town.place.admin1 or 0) if town.place is not None else None
    assert state is not None
    assert state.name == "Ohio"


@pytest.mark.parametrize(("distance", "found"), [(None, False), (575.0, True)])
def test_no_place_lies_much_further_from_a_landmark_than_is_stated(
    gazetteer: Gazetteer, distance: float | None, found: bool
) -> None:
    told = replace(name("Ayacucho"), landmark=1, landmark_km=distance)
    town, _ = resolve([told, name("Lima")], {"PE": 1.0}, gazetteer)
    assert (town.place is not None and town.place.name == "Ayacucho" and town.place.populated) is found


def test_no_match_is_better_than_a_wrong_one(gazetteer: Gazetteer) -> None:
    village, state = resolve([name("Manchester", within=1), name("IL")], {}, gazetteer)
    assert village.place is None
    assert state.place is not None
    assert state.place.name == "Illinois"


def test_namesake_abroad_stays_unresolved(gazetteer: Gazetteer) -> None:
    resolutions = resolve([name("Muncie", PlaceKind.TOWN)], {"MM": 6.0}, gazetteer)
    assert resolutions[0].place is None


@pytest.mark.parametrize(
    ("names", "quarter", "city"),
    [
        pytest.param([name("Karrada")], "Karrada", "Baghdad", id="alone"),
        pytest.param(
            [name("Englewood", PlaceKind.NEIGHBOURHOOD), name("Chicago")], "Englewood", "Chicago", id="by-city"
        ),
    ],
)
def test_quarter_is_known_by_its_own_name(gazetteer: Gazetteer, names: list[Name], quarter: str, city: str) -> None:
    place = resolve(names, {}, gazetteer)[0].place
    assert place is not None
    assert place.name == quarter
    assert place.town is not None
    town = gazetteer.get(place.town)
    assert town is not None
    assert town.name == city


def test_a_quarter_that_is_a_town_is_the_one_beside_its_city(gazetteer: Gazetteer) -> None:
    place = resolve([name("Miraflores"), name("Lima")], {}, gazetteer)[0].place
    assert place is not None
    assert gazetteer.address(place) == "Miraflores, Lima, Peru"


def test_village_of_the_news_lies_where_its_country_is_meant(gazetteer: Gazetteer) -> None:
    here, there = (resolve([name("Rafah")], {code: 3.0}, gazetteer)[0].country for code in ("EG", "PS"))
    assert (here, there) == ("EG", "PS")


def test_town_lies_in_the_country_of_what_holds_it(gazetteer: Gazetteer) -> None:
    district, province = resolve([name("Mayo", PlaceKind.DISTRICT, within=1), name("Pattani")], {}, gazetteer)
    assert province.country == "TH"
    assert district.country in ("TH", None)


def test_province_right_behind_a_town_holds_it(gazetteer: Gazetteer) -> None:
    resolution = resolve([name("Hyderabad Sindh")], {}, gazetteer)[0]
    assert resolution.country == "PK"


def test_one_name_means_one_place(gazetteer: Gazetteer) -> None:
    first, second, _ = resolve([name("Howland"), name("Howland", within=2), name("Ohio")], {}, gazetteer)
    assert first.place == second.place


def test_part_of_a_town_is_held_by_it(gazetteer: Gazetteer) -> None:
    resolution = resolve([Name("north omaha", ("North Omaha",), core="Omaha")], {}, gazetteer)[0]
    assert resolution.place is None
    assert resolution.holder is not None
    assert resolution.holder.name == "Omaha"


def test_small_namesake_far_from_all_else_stays_unresolved(gazetteer: Gazetteer) -> None:
    found = resolve([name("Howland"), name("Youngstown"), name("Warren")], {"US": 3.0}, gazetteer)
    assert found[0].place is None


def test_further_name_of_a_town_of_a_country_not_told_of_stays_unresolved(gazetteer: Gazetteer) -> None:
    # GeoNames has "Bwera" among the names of Bhera in Punjab.
    countries = [name("Uganda", country="UG"), name("Congo", country="CD")]
    assert resolve([name("Bwera"), *countries], {"UG": 1.0}, gazetteer)[0].place is None


def test_georgia_is_a_state_in_an_article_on_the_united_states(gazetteer: Gazetteer) -> None:
    about = resolve([name("Augusta"), name("Georgia", country="GE")], {"US": 6.0}, gazetteer)
    assert [r.country for r in about] == ["US", "US"]
    assert resolve([name("Tbilisi"), name("Georgia", country="GE")], {}, gazetteer)[1].country == "GE"


def test_provinces_in_a_row_lie_beside_each_other(gazetteer: Gazetteer) -> None:
    one, other = resolve([name("Plateau", within=1), name("Benue")], {"NG": 2.0}, gazetteer)
    assert one.place is not None
    assert other.place is not None
    assert (one.place.name, other.place.name) == ("Plateau", "Benue")


def test_a_region_with_a_word_for_a_district_is_that_region(gazetteer: Gazetteer) -> None:
    (agency,) = resolve([name("Kurram Agency", PlaceKind.ADMIN2)], {}, gazetteer)
    assert agency.country == "PK"


def test_a_namesake_far_from_its_county_is_not_meant_by_its_police_either(gazetteer: Gazetteer) -> None:
    police = Name("howland", (), parts=("Howland",), kind=PlaceKind.LANDMARK)
    county = Name("trumbull", (), "Trumbull County", (), PlaceKind.ADMIN2)
    resolutions = resolve([name("Howland"), police, county, name("Youngstown")], {"US": 2.0}, gazetteer)
    assert [r.place or r.holder for r in resolutions[:2]] == [None, None]
