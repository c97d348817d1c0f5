"""Frames of violence: which sense and type a sentence's trigger has, and which words are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incidentparse.language.document import Document
from incidentparse.language.frames import read_frames
from incidentparse.language.triggers import triggers, word_classes
from incidentparse.record import IncidentType

MakeDocument = Callable[..., Document]


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        pytest.param("Guerrillas dynamited two pylons near Huanta.", "dynamited", "bombing", id="dynamited"),
        pytest.param("Rebels used explosives against the town hall of Ilo.", "used", "bombing", id="used explosives"),
        pytest.param("The library of the school was burned on Sunday.", "burned", "arson", id="a library burned"),
        pytest.param("A cargo train hit a dynamite charge near Jaurin.", "hit", "bombing", id="hit a charge"),
        pytest.param("A truck ran over a landmine near Kulbi.", "ran", "bombing", id="ran over a mine"),
        pytest.param("Two crude bombs were blasted at the crossing.", "blasted", "bombing", id="bombs were blasted"),
        pytest.param("A mortar shell hit a warehouse in Homs.", "hit", "shelling", id="a shell hit"),
        pytest.param("Rockets landed in the market of Marat.", "landed", "shelling", id="rockets landed"),
        pytest.param("Mortar fire hit the camp at noon.", "fire", "shelling", id="mortar fire is no shooting"),
        pytest.param("A drone struck a pickup truck in Sahir.", "struck", "drone_strike", id="a drone struck"),
        pytest.param("Jets fired missiles at a village in Arhab.", "fired", "airstrike", id="jets fired missiles"),
        pytest.param("Gunmen machine-gunned the minister's home.", "gunned", "shooting", id="machine-gunned"),
        pytest.param("A patrol team was shot at by rebels.", "shot", "shooting", id="a team is no sport here"),
        pytest.param("Five rebels died in an encounter with police.", "encounter", "armed_clash", id="encounter"),
        pytest.param(
            "Clashes broke out between police and demonstrators.", "Clashes", "unrest", id="parties hang on the verb"
        ),
        pytest.param("Assailants set the house afire at dawn.", "set", "arson", id="set afire"),
        pytest.param("Two staff members were held against their will.", "held", "kidnapping", id="against their will"),
        pytest.param("Rebels captured three teachers in Tibu.", "captured", "kidnapping", id="rebels capture people"),
        pytest.param("A man drove onto the pavement at high speed.", "drove", "vehicle_ramming", id="onto a pavement"),
        pytest.param("A drone dropped a grenade on a trench.", "dropped", "drone_strike", id="a drone drops"),
        pytest.param("A drone slammed into a fuel depot.", "slammed", "drone_strike", id="a drone as the missile"),
        pytest.param("Pirates boarded a tanker off Lome.", "boarded", "hijacking", id="pirates board"),
        pytest.param("Guards seized a Greek freighter in the gulf.", "seized", "hijacking", id="a ship seized"),
        pytest.param("A caller threatened to blow up the school.", "threatened", "bombing", id="a threat by telephone"),
        pytest.param("Masked men held up a cash van in Durban.", "held", "robbery", id="held up"),
        pytest.param("A van sped into a crowd of shoppers.", "sped", "vehicle_ramming", id="sped into people"),
        pytest.param("Dozens of rockets rained down on the town.", "rained", "shelling", id="dozens of rockets"),
        pytest.param("Barrel bombs fell on a clinic.", "fell", "airstrike", id="bombs that fall"),
        pytest.param("Two men were hanging from a bridge in Uruapan.", "hanging", "execution", id="hung from a bridge"),
        pytest.param("Men sprayed bullets at passengers.", "sprayed", "shooting", id="bullets sprayed at people"),
        pytest.param("Vandals smashed shop windows in the centre.", "smashed", "sabotage", id="smashed windows"),
    ],
)
def test_trigger_has_the_type_of_its_company(sentence: str, word: str, kind: str, make_document: MakeDocument) -> None:
    document = make_document(sentence)
    found = {document.words[f.trigger]: f.types[0] for f in read_frames(document) if f.types}
    assert found.get(word) is IncidentType(kind), found


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("Keepers shot a gorilla that had grabbed a boy.", "shot", id="a zoo animal"),
        pytest.param("He shot a birdie on the last hole.", "shot", id="golf"),
        pytest.param("Ministers met for an encounter with business leaders.", "encounter", id="a meeting"),
        pytest.param("The men are held under the Terrorism Act.", "Terrorism", id="the name of a law"),
        pytest.param("The union called an armed strike for Monday.", "strike", id="a strike that stops work"),
        pytest.param("The firing of the minister surprised his party.", "firing", id="a dismissal"),
        pytest.param("An explosion of methane killed nine miners.", "explosion", id="gas explodes"),
    ],
)
def test_other_senses_are_no_violence(sentence: str, word: str, make_document: MakeDocument) -> None:
    document = make_document(sentence)
    assert word not in {document.words[f.trigger] for f in read_frames(document)}


def test_every_word_class_that_a_trigger_names_exists() -> None:
    named = {
        name
        for group in triggers().values()
        for t in group
        for name in (*t.only_objects, *t.not_objects, *t.only_subjects, *t.not_subjects, *t.only_parties,
                     *t.not_modifiers)
    }  # fmt: skip
    assert named <= set(word_classes())


@pytest.mark.parametrize(
    ("sentence", "word", "historical"),
    [
        pytest.param("Shootings fell by a fifth.", "Shootings", True, id="counted"),
        pytest.param("Three shootings shook the town.", "shootings", False, id="told"),
    ],
)
def test_deeds_that_rise_or_fall_are_counted_not_told(
    sentence: str, word: str, historical: bool, make_document: MakeDocument
) -> None:
    document = make_document(sentence)
    (found,) = [f for f in read_frames(document) if document.words[f.trigger] == word]
    assert found.certainty.historical is historical


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("The film tells how gunmen stormed a bank.", "stormed", id="a film tells"),
        pytest.param("In his memoir he describes the murder of a judge.", "murder", id="told in a memoir"),
        pytest.param("Police held a drill in which gunmen shot passengers.", "shot", id="a drill"),
        pytest.param("It was a novel about the bombing of a station.", "bombing", id="a novel about"),
    ],
)
def test_what_works_tell_and_drills_play_did_not_happen(sentence: str, word: str, make_document: MakeDocument) -> None:
    document = make_document(sentence)
    assert {document.words[f.trigger]: f.certainty.hypothetical for f in read_frames(document)}[word]


@pytest.mark.parametrize(
    ("sentence", "planned"),
    [
        pytest.param("He was charged with planning an attack on a bank.", True, id="an attack planned"),
        pytest.param("They were preparing attacks on hotels.", True, id="attacks prepared"),
        pytest.param("He planned the attack on the bank.", False, id="who planned the attack did more"),
        pytest.param("He ordered an attack on the village.", False, id="ordered ones happen"),
    ],
)
def test_what_is_planned_is_not_carried_out(sentence: str, planned: bool, make_document: MakeDocument) -> None:
    frames = [f for f in read_frames(make_document(sentence)) if f.sense == "attack"]
    assert [f.certainty.planned for f in frames] == [planned]
