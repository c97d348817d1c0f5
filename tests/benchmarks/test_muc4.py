"""The MUC-4 adapter: the form it writes, and the task's own conventions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from incidentparse.record import Article, CasualtyReport, Incident, ParserInfo, Report, Span
from tests.benchmarks.muc4 import read_texts, response, write_response
from tests.benchmarks.muc4_choice import EVERYTHING, kind_features, kind_of, template_features
from tests.benchmarks.muc4_people import at_large
from tests.benchmarks.muc4_perpetrators import suspects_of
from tests.benchmarks.muc4_templates import templates

TEXT = (
    "LIMA, 20 AUG 88 (EFE) -- SHINING PATH GUERRILLAS BLEW UP A BANK AND TWO PYLONS IN HUANCAYO YESTERDAY WITH "
    "DYNAMITE. MAYOR PEDRO QUISPE AND SEVERAL PEASANTS WERE KILLED, THE POLICE SAID."
)
DAY = "1988-08-19"


def evidence(words: str) -> list[dict[str, Any]]:
    start = TEXT.index(words)
    return [Span(start=start, end=start + len(words), text=words).model_dump()]


def actor(words: str, **values: Any) -> dict[str, Any]:
    known = {"name": words, "text": words, "role": "perpetrator", "kind": "armed_group", "attribution": "stated"}
    return known | {"confidence": 0.8, "evidence": evidence(words)} | values


def target(words: str, **values: Any) -> dict[str, Any]:
    known = {"description": words, "kind": "object", "category": "business", "effect": "unknown"}
    return known | {"evidence": evidence(words)} | values


def count(low: int, high: int | None, words: str) -> dict[str, Any]:
    return {"min": low, "max": high, "text": words, "evidence": evidence(words)}


def report(**values: Any) -> Report:
    known: dict[str, Any] = {
        "id": "x-1", "main": True, "type": "bombing", "suicide": False, "stage": "accomplished", "summary": TEXT,
        "when": {
            "start": DAY, "end": DAY, "precision": "day", "text": "YESTERDAY", "confidence": 0.9,
            "evidence": evidence("YESTERDAY"),
        },
        "where": {
            "name": "Huancayo", "kind": "city", "admin1": "Junín", "country": "Peru", "country_code": "PE",
            "precision": "place", "text": "HUANCAYO", "confidence": 0.9, "evidence": evidence("HUANCAYO"),
        },
        "confidence": 0.9, "evidence": evidence("BLEW UP"),
    }  # fmt: skip
    article = Article(id="DEV-MUC3-9999", text=TEXT, published=dt.date(1988, 8, 20), sha256="0" * 64)
    info = ParserInfo(version="0", model="m", model_version="1", gazetteer="g", gazetteer_date="2025", settings="s")
    return Report(article=article, incidents=(Incident.model_validate(known | values),), parser=info)


def fills(**values: Any) -> dict[str, list[str]]:
    (made,) = templates(report(**values), EVERYTHING)
    return made


def test_the_form_has_every_slot_in_its_column() -> None:
    lines = response(report(), EVERYTHING).splitlines()
    assert lines[:5] == [
        "0.  MESSAGE: ID                     DEV-MUC3-9999",
        "1.  MESSAGE: TEMPLATE               1",
        "2.  INCIDENT: DATE                  19 AUG 88",
        "3.  INCIDENT: LOCATION              PERU: JUNIN (DEPARTMENT): HUANCAYO (CITY)",
        "4.  INCIDENT: TYPE                  BOMBING",
    ]
    assert len(lines) == 25
    assert lines[-1] == "24. HUM TGT: TOTAL NUMBER           -"


def test_an_article_without_incident_has_one_empty_template(tmp_path: Path) -> None:
    path = tmp_path / "response.txt"
    write_response([report().model_copy(update={"incidents": ()})], path)
    lines = path.read_text(encoding="ascii").splitlines()
    assert lines[1] == "1.  MESSAGE: TEMPLATE               *"
    assert all(line.endswith(" *") for line in lines[2:25])


def test_texts_keep_their_dateline_and_lose_their_head(tmp_path: Path) -> None:
    path = tmp_path / "texts.txt"
    path.write_text(
        f"DEV-MUC3-0001 (AGENCY)\n\n   {TEXT}\n\n\nDEV-MUC3-0002 (AGENCY)\n\n   SECOND.\n", encoding="latin-1"
    )
    first, second = read_texts(path)
    assert (first.id, first.text) == ("DEV-MUC3-0001", TEXT)
    assert (second.id, second.text) == ("DEV-MUC3-0002", "SECOND.")


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        pytest.param(DAY, DAY, "19 AUG 88", id="one_day"),
        pytest.param("1988-08-17", DAY, "17 AUG 88 - 19 AUG 88", id="range"),
        pytest.param(None, DAY, "- 19 AUG 88", id="by_a_day"),
        pytest.param(None, None, "- 20 AUG 88", id="by_the_dateline"),
    ],
)
def test_dates(start: str | None, end: str | None, written: str) -> None:
    when = report().incidents[0].when
    assert when is not None
    assert fills(when=when.model_dump() | {"start": start, "end": end})["date"] == [written]


def test_without_a_place_the_dateline_tells_the_country() -> None:
    assert fills(where=None)["location"] == ["PERU"]


def test_a_city_that_only_the_dateline_names_is_not_the_place() -> None:
    lima = {
        "name": "Lima", "kind": "city", "country_code": "PE", "precision": "place", "text": "LIMA",
        "confidence": 0.5, "evidence": evidence("LIMA"),
    }  # fmt: skip
    assert fills(where=lima)["location"] == ["PERU"]


def test_of_a_day_that_is_not_sure_only_the_report_is_told() -> None:
    when = report().incidents[0].when
    assert when is not None
    assert fills(when=when.model_dump() | {"confidence": 0.3})["date"] == ["- 20 AUG 88"]


def test_an_incident_abroad_is_placed_by_the_dateline() -> None:
    abroad = {
        "name": "Lima", "kind": "city", "country_code": "US", "precision": "place", "text": "HUANCAYO",
        "confidence": 0.5, "evidence": evidence("HUANCAYO"),
    }  # fmt: skip
    assert fills(where=abroad)["location"] == ["PERU"]


def test_the_weights_choose_the_templates() -> None:
    none = {"template": {"bias": -50.0}, "person": {"bias": 50.0}}
    assert templates(report(), none) == []


@pytest.mark.parametrize(
    ("feature", "values"),
    [
        pytest.param("type armed_clash", {"type": "armed_clash"}, id="type"),
        pytest.param("country by dateline", {"where": None}, id="how_the_country_was_found"),
        pytest.param("age quarter", {"when": {
            "start": "1988-06-10", "end": "1988-06-10", "precision": "day", "text": "YESTERDAY", "confidence": 0.9,
            "evidence": evidence("YESTERDAY"),
        }}, id="age"),
        pytest.param(
            "fighters alone",
            {"targets": [target("SEVERAL PEASANTS", kind="person", category="military", effect="killed")]},
            id="army_against_guerrillas",
        ),
        pytest.param("word blew", {}, id="event_word"),
    ],
)  # fmt: skip
def test_features_of_a_template(feature: str, values: dict[str, Any]) -> None:
    told = report(**values)
    assert template_features(told.incidents[0], told)[feature] == 1.0


@pytest.mark.parametrize(
    ("values", "confidence"),
    [
        pytest.param({"attribution": "stated"}, "REPORTED AS FACT", id="stated"),
        pytest.param({"attribution": "claimed"}, "CLAIMED OR ADMITTED", id="claimed"),
        pytest.param({"attribution": "suspected"}, "SUSPECTED OR ACCUSED", id="suspected"),
        pytest.param(
            {"attribution": "accused", "attributed_by": "THE POLICE"}, "SUSPECTED OR ACCUSED BY AUTHORITIES",
            id="by_police",
        ),
    ],
)  # fmt: skip
def test_organizations_and_on_whose_word(values: dict[str, Any], confidence: str) -> None:
    police = {
        "name": "THE POLICE", "kind": "police", "stance": "reports", "evidence": evidence("THE POLICE"),
    }  # fmt: skip
    made = fills(actors=[actor("SHINING PATH", name="Shining Path", **values)], sources=[police])
    assert made["organization"] == ['"SHINING PATH"']
    assert made["individual"] == []
    assert made["confidence"] == [f'{confidence}: "SHINING PATH"']
    assert made["category"] == ["TERRORIST ACT"]


def test_common_nouns_are_individuals_and_the_denied_are_left_out() -> None:
    made = fills(actors=[actor("GUERRILLAS"), actor("SHINING PATH", attribution="denied")])
    assert (made["individual"], made["organization"]) == (['"GUERRILLAS"'], [])


def test_state_forces_make_it_state_violence() -> None:
    made = fills(actors=[actor("THE POLICE", name="Peruvian police", kind="police")])
    assert made["category"] == ["STATE-SPONSORED VIOLENCE"]


def test_an_organization_far_from_the_deed_is_chosen_by_its_weights() -> None:
    given = report(actors=[actor("GUERRILLAS"), actor("SHINING PATH", name="Shining Path", role="other")])
    (alone,) = templates(given, EVERYTHING)
    (both,) = templates(given, {**EVERYTHING, "organization": {"bias": -50.0, "beside": 100.0}})
    assert (alone["individual"], alone["organization"]) == (['"GUERRILLAS"'], [])
    assert (both["individual"], both["organization"]) == (['"GUERRILLAS"'], ['"SHINING PATH"'])


@pytest.mark.parametrize(
    ("text", "aliases", "found"),
    [
        pytest.param("SHINING PATH", (), [("organization", "SHINING PATH")], id="name"),
        pytest.param(
            "SHINING PATH GUERRILLAS",
            ("SHINING PATH",),
            [("individual", "SHINING PATH GUERRILLAS"), ("organization", "SHINING PATH")],
            id="people_and_name",
        ),
        pytest.param("THEY", (), [], id="pronoun"),
        pytest.param("THEY", ("SEVERAL PEASANTS",), [("individual", "SEVERAL PEASANTS")], id="pronoun_for_others"),
    ],
)
def test_who_may_fill_a_perpetrator_slot(text: str, aliases: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    party = actor("SHINING PATH", name="Shining Path" if "PATH" in text else text, text=text, aliases=aliases)
    given = report(actors=[party])
    assert [(s.slot, s.label) for s in suspects_of(given.incidents[0], given)] == found


def test_of_a_long_membership_the_people_are_the_fill() -> None:
    text = "GUERRILLAS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT"
    made = fills(actors=[actor("GUERRILLAS", name="FMLN", text=text)])
    assert made["individual"] == ['"GUERRILLAS"']


def test_objects_with_type_number_and_effect() -> None:
    pylons = target("TWO PYLONS", category="energy", count=count(2, 2, "TWO"), effect="destroyed")
    made = fills(targets=[target("A BANK"), pylons])
    assert made["object id"] == ['"A BANK"', '"TWO PYLONS"']
    assert made["object type"] == ['FINANCIAL: "A BANK"', 'ENERGY: "TWO PYLONS"']
    assert made["object number"] == ['1: "A BANK"', '2: "TWO PYLONS"']
    assert made["object effect"] == ['SOME DAMAGE: "A BANK"', 'DESTROYED: "TWO PYLONS"']


def test_people_by_name_and_by_description() -> None:
    mayor = target(
        "MAYOR PEDRO QUISPE",
        name="PEDRO QUISPE",
        kind="person",
        category="government",
        effect="killed",
        country_code="ES",
    )
    peasants = target(
        "SEVERAL PEASANTS", kind="person", category="civilian", count=count(3, None, "SEVERAL"), effect="killed"
    )
    made = fills(targets=[mayor, peasants])
    assert made["person name"] == ['"PEDRO QUISPE"']
    assert made["person description"] == ['"MAYOR": "PEDRO QUISPE"', '"SEVERAL PEASANTS"']
    assert made["person type"] == ['GOVERNMENT OFFICIAL: "PEDRO QUISPE"', 'CIVILIAN: "SEVERAL PEASANTS"']
    assert made["person number"] == ['1: "PEDRO QUISPE"', 'PLURAL: "SEVERAL PEASANTS"']
    assert made["person nation"] == ['SPAIN: "PEDRO QUISPE"']
    assert made["person effect"] == ['DEATH: "PEDRO QUISPE"', 'DEATH: "SEVERAL PEASANTS"']


@pytest.mark.parametrize(
    ("one", "other", "names", "descriptions"),
    [
        pytest.param(
            {"name": "PEDRO QUISPE"}, {"name": "QUISPE"}, ['"PEDRO QUISPE"'], ['"MAYOR": "PEDRO QUISPE"'], id="name"
        ),
        pytest.param({}, {"description": "THE MAYOR"}, ['"PEDRO QUISPE"'], ['"MAYOR": "PEDRO QUISPE"'], id="office"),
        pytest.param({}, {"description": "A NURSE"}, ['"PEDRO QUISPE"'],
                     ['"MAYOR": "PEDRO QUISPE"', '"A NURSE"'], id="another"),
    ],
)  # fmt: skip
def test_a_person_told_of_twice_is_one(
    one: dict[str, Any], other: dict[str, Any], names: list[str], descriptions: list[str]
) -> None:
    known = {"kind": "person", "category": "government", "effect": "killed"}
    people = [target("MAYOR PEDRO QUISPE", **known, **one), target("MAYOR PEDRO QUISPE", **known) | other]
    made = fills(targets=people)
    assert (made["person name"], made["person description"]) == (names, descriptions)


def test_casualties_that_no_target_names_are_people_hit() -> None:
    figure = {
        "status": "killed", "count": count(3, None, "SEVERAL PEASANTS"), "group": "PEASANTS", "category": "civilian",
        "side": "victim", "evidence": evidence("SEVERAL PEASANTS"),
    }  # fmt: skip
    assert fills(casualties={"reports": [figure]})["person description"] == ['"PEASANTS"']


def test_people_in_general_are_called_as_their_figure_calls_them() -> None:
    report = CasualtyReport.model_validate(
        {
            "status": "injured", "count": count(3, None, "SEVERAL PEASANTS"), "category": "civilian", "side": "victim",
            "evidence": [Span(start=0, end=17, text="SEVERAL WERE HURT")],
        }
    )  # fmt: skip
    assert at_large(report) is None
    people = Span(start=0, end=22, text="15 PEOPLE WERE INJURED")
    assert at_large(report.model_copy(update={"evidence": (people,)})) == "PEOPLE"


@pytest.mark.parametrize(
    ("kind", "words", "names", "types"),
    [
        pytest.param("explosive", "DYNAMITE", ['"DYNAMITE"'], ['DYNAMITE: "DYNAMITE"'], id="named"),
        pytest.param("explosive", "BLEW UP", ['"DYNAMITE"'], ['DYNAMITE: "DYNAMITE"'], id="named_beside_the_deed"),
        pytest.param("hands", "PEASANTS", [], [], id="no_kind_of_the_task"),
    ],
)
def test_instruments(kind: str, words: str, names: list[str], types: list[str]) -> None:
    made = fills(type="shooting", weapons=[{"kind": kind, "text": words, "evidence": evidence(words)}])
    assert (made["instrument"], made["instrument type"]) == (names, types)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("AK-47 RIFLES", "MACHINE GUN", id="automatic_rifles"),
        pytest.param("M-16", "RIFLE", id="rifle_by_its_mark"),
    ],
)
def test_kinds_of_instruments(words: str, kind: str) -> None:
    weapon = {"kind": "firearm", "text": words, "evidence": evidence("BLEW UP")}
    assert fills(type="shooting", weapons=[weapon])["instrument type"] == [f'{kind}: "{words}"']


def test_a_shot_was_fired_from_the_gun_that_is_named_beside_it() -> None:
    text = TEXT.replace("WITH DYNAMITE", "AND SHOT A GUARD WITH A REVOLVER")
    made = report(type="shooting", weapons=[{"kind": "firearm", "text": "SHOT", "evidence": evidence("BLEW UP")}])
    (shot,) = templates(made.model_copy(update={"article": made.article.model_copy(update={"text": text})}), EVERYTHING)
    assert (shot["instrument"], shot["instrument type"]) == (['"REVOLVER"'], ['GUN: "REVOLVER"'])


def test_a_bomb_told_of_beside_dynamite_was_of_it() -> None:
    made = fills(type="bombing", weapons=[{"kind": "explosive", "text": "BOMB", "evidence": evidence("BLEW UP")}])
    assert (made["instrument"], made["instrument type"]) == (['"BOMB"'], ['DYNAMITE: "BOMB"'])


@pytest.mark.parametrize(
    ("words", "category", "kind"),
    [
        pytest.param("A FUEL TRUCK", "energy", "TRANSPORT VEHICLE", id="truck"),
        pytest.param("A STATE UNIVERSITY", "government", "OTHER", id="university"),
        pytest.param("HEADQUARTERS OF THE EMBASSY", "diplomat", "DIPLOMAT OFFICE OR RESIDENCE", id="embassy"),
        pytest.param("A MINISTER'S CAR", "government", "TRANSPORT VEHICLE", id="car of an office"),
        pytest.param("TWO GAS STATIONS", "energy", "COMMERCIAL", id="gas stations"),
        pytest.param("DAS OFFICES", "business", "LAW ENFORCEMENT FACILITY", id="initials of a service"),
        pytest.param("A PARTY OFFICE", "political", "ORGANIZATION OFFICE", id="party"),
    ],
)
def test_kinds_of_objects(words: str, category: str, kind: str) -> None:
    thing = target("A BANK", category=category) | {"description": words}
    assert fills(targets=[thing])["object type"] == [f'{kind}: "{words}"']


def test_the_type_is_the_likeliest_of_those_the_task_tells_apart() -> None:
    (incident,) = report().incidents
    assert {"type bombing", "word blew", "word first blew"} <= kind_features(incident).keys()
    assert kind_of(incident, EVERYTHING) == "BOMBING"
    assert kind_of(incident, {**EVERYTHING, "BOMBING": {"bias": -1.0}}) == "ATTACK"
    assert kind_of(incident, {**EVERYTHING, "BOMBING": {"bias": 1.0}, "ARSON": {"bias": 2.0}}) == "ARSON"
    (robbery,) = report(type="robbery").incidents
    assert kind_of(robbery, {**EVERYTHING, "ARSON": {"bias": 200.0}}) == "ROBBERY"
